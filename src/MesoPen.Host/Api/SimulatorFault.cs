namespace MesoPen.Host.Api;

/// <summary>A fault that the simulator of the connected device can be asked for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Group">Where it acts: link, device or operator.</param>
/// <param name="Usage">Name, with the value that it has when none is given.</param>
/// <param name="Summary">What it does.</param>
/// <param name="FromStart">It can only be there from the simulator's start.</param>
/// <param name="ForMs">How long it lasts when not said, ms; null for ever, 0 an instant.</param>
/// <param name="Value">Its value when none is given; null if it takes none.</param>
/// <param name="Unit">Unit of its value.</param>
/// <param name="Min">Least value.</param>
/// <param name="Max">Greatest value.</param>
public sealed record SimulatorFault(
    string Name, string Group, string Usage, string Summary, bool FromStart, long? ForMs, long? Value = null, string? Unit = null, long? Min = null, long? Max = null);
