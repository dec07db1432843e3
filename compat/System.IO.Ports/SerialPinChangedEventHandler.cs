namespace System.IO.Ports;

/// <summary>Handles a <see cref="SerialPort.PinChanged"/> event.</summary>
/// <param name="sender">The port that raised it.</param>
/// <param name="e">What it tells.</param>
public delegate void SerialPinChangedEventHandler(object sender, SerialPinChangedEventArgs e);
