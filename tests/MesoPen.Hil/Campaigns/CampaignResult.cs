namespace MesoPen.Hil;

/// <summary>What became of the campaign of one seed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="What">What was drawn from it, in a line.</param>
/// <param name="Finding">What is wrong; null if nothing is.</param>
/// <param name="Ms">Virtual time at the end, or when it was found, ms.</param>
/// <param name="Trace">Hash over everything that was said and written: the same seed gives the same.</param>
/// <param name="Events">The last 50 events, oldest first; kept only with a finding.</param>
internal sealed record CampaignResult(int Seed, string What, CampaignFinding? Finding, long Ms, ulong Trace, IReadOnlyList<string> Events)
{
    public bool Passed => Finding is null;

    /// <summary>Everything about a finding, for people: what, when, the last events, and the command that shows it again.</summary>
    public override string ToString() => Finding is null
        ? $"Seed {Seed}: passed ({What})."
        : $"Seed {Seed}, {Ms} ms, {Finding.By}: {Finding.Sentence}\n{What}\n{string.Join("\n", Events)}\nAgain: mesopen-hil replay {Seed}";
}
