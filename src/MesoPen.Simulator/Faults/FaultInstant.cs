namespace MesoPen.Simulator;

/// <summary>What faults may begin with, after a millisecond's exchange.</summary>
/// <param name="Ms">Since the start of the run.</param>
/// <param name="Shot">Label of the stroke under way, 0 if none.</param>
/// <param name="Phase">How far it is.</param>
/// <param name="EndedShot">Label of the stroke that ended since the last instant, 0 if none.</param>
/// <param name="Boots">Boots of the device over its life.</param>
internal readonly record struct FaultInstant(long Ms, uint Shot, StrokePhase Phase, uint EndedShot, long Boots);
