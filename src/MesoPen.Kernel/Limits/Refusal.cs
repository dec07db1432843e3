namespace MesoPen.Kernel;

/// <summary>A request beyond a limit. The sentence is the same wherever it is shown.</summary>
/// <param name="Zone">Zone of the request; null if it is not of a zone.</param>
/// <param name="Asked">The value asked for, in the unit of the limit's kind.</param>
/// <param name="Limit">The tightest limit, which refused it.</param>
public sealed record Refusal(string? Zone, long Asked, Limit Limit)
{
    /// <summary>What was asked, what is allowed, who says so, what to do.</summary>
    public string Sentence =>
        $"{Limit.Subject}{(Zone is null ? "" : " in zone " + Zone)}: {Limit.Show(Asked)} asked, {Limit.Allowance}. {Limit.Remedy}";
}
