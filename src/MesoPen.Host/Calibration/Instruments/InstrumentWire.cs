namespace MesoPen.Host.Calibration;

/// <summary>One piece of a conversation with an instrument, readable.</summary>
/// <param name="Sent">True if it was sent, false if it came.</param>
/// <param name="Text">Printable characters as they are, others as CR, LF, ESC or hexadecimal in angle brackets.</param>
/// <param name="AtUnixMs">When.</param>
public sealed record InstrumentWire(bool Sent, string Text, long AtUnixMs);
