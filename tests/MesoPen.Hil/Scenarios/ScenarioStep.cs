namespace MesoPen.Hil;

/// <summary>One step: wait for its time, then do something, or see something come to hold in time. Steps go one after another.</summary>
/// <param name="AtMs">Since the beginning of the run, ms; null if it waits for something else.</param>
/// <param name="AfterMs">Since the step before, or since <paramref name="When"/> came to hold, ms.</param>
/// <param name="When">What it waits for; null if for time alone.</param>
/// <param name="Do">What is done; null if the step expects.</param>
/// <param name="Expect">What must come to hold; null if the step does.</param>
/// <param name="WithinMs">How long <paramref name="Expect"/> may take, ms.</param>
/// <param name="Line">Where it stands.</param>
internal sealed record ScenarioStep(long? AtMs, int AfterMs, Condition? When, ScenarioAction? Do, Condition? Expect, int WithinMs, int Line);
