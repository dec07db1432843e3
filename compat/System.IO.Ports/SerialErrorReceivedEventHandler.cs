namespace System.IO.Ports;

/// <summary>Handles a <see cref="SerialPort.ErrorReceived"/> event.</summary>
/// <param name="sender">The port that raised it.</param>
/// <param name="e">What it tells.</param>
public delegate void SerialErrorReceivedEventHandler(object sender, SerialErrorReceivedEventArgs e);
