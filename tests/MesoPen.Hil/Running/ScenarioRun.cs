namespace MesoPen.Hil;

/// <summary>One run of a scenario.</summary>
/// <param name="Scenario">It.</param>
/// <param name="Level">Where.</param>
/// <param name="Seed">From which seed.</param>
/// <param name="Failure">Why it failed; null if it passed.</param>
/// <param name="SimulatedMs">How long the treatment took on its own clock, ms.</param>
/// <param name="Took">How long that took to compute.</param>
/// <param name="Trace">Hash over everything that was said and written; 0 where time is real.</param>
/// <param name="Shots">Shots that the plant saw.</param>
internal sealed record ScenarioRun(Scenario Scenario, RunLevel Level, int Seed, RunFailure? Failure, long SimulatedMs, TimeSpan Took, ulong Trace, int Shots)
{
    public bool Passed => Failure is null;
}
