namespace MesoPen.Simulator;

/// <summary>The power failed while the firmware ran: it ends here, in the middle of whatever it did.</summary>
#pragma warning disable CA1064, CA1032 // It never leaves the simulated device, and says nothing but its name.
internal sealed class PowerLostException() : Exception("The device's power failed during a write to its memory.");
#pragma warning restore CA1064, CA1032
