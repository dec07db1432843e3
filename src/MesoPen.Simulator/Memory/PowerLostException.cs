namespace MesoPen.Simulator;

/// <summary>The power failed while the firmware ran: it ends here, in the middle of whatever it did.</summary>
internal sealed class PowerLostException() : Exception("The device's power failed during a write to its memory.");
