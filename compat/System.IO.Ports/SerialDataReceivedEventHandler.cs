namespace System.IO.Ports;

/// <summary>Handles a <see cref="SerialPort.DataReceived"/> event.</summary>
/// <param name="sender">The port that raised it.</param>
/// <param name="e">What it tells.</param>
public delegate void SerialDataReceivedEventHandler(object sender, SerialDataReceivedEventArgs e);
