namespace MesoPen.Hil;

/// <summary>Why a run failed, with all that is needed to look at it again.</summary>
/// <param name="Kind">invariant-1 to invariant-7, comparison, expectation, step, limit, or defect (the product or the rig threw).</param>
/// <param name="Sentence">What is wrong.</param>
/// <param name="AtMs">When, ms since the beginning of the run.</param>
/// <param name="Line">Line of the scenario that it is about; 0 if it is about none.</param>
/// <param name="Events">The last events, oldest first.</param>
/// <param name="Reproduce">The command that shows it again.</param>
internal sealed record RunFailure(string Kind, string Sentence, long AtMs, int Line, IReadOnlyList<string> Events, string Reproduce);
