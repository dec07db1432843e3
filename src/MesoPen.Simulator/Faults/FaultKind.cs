namespace MesoPen.Simulator;

/// <summary>One kind of fault that can be asked for.</summary>
/// <param name="Name">As in <c>--fault NAME</c>.</param>
/// <param name="Unit">Unit of its value, empty if it takes none.</param>
/// <param name="Value">Its value when none is given.</param>
/// <param name="ForMs">How long it lasts when not said, ms; null is for ever, 0 is an instant.</param>
/// <param name="Summary">What it does.</param>
public sealed record FaultKind(string Name, string Unit, int Value, int? ForMs, string Summary);
