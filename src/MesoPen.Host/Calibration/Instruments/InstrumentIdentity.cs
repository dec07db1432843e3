namespace MesoPen.Host.Calibration;

/// <summary>Who an instrument says that it is. What its language has no question for is empty.</summary>
/// <param name="Maker">Its maker, as far as the language tells.</param>
/// <param name="Model">Its model.</param>
/// <param name="Serial">Its serial number.</param>
/// <param name="Problem">Why it could not be asked.</param>
/// <param name="Sentence">The problem and its remedy in one sentence; null if there is none.</param>
public sealed record InstrumentIdentity(string Maker, string Model, string Serial, InstrumentProblem Problem, string? Sentence);
