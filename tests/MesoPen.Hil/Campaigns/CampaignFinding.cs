namespace MesoPen.Hil;

/// <summary>What a campaign found wrong.</summary>
/// <param name="By">"invariant 1" to "invariant 7", "completion" (it came to no end, or to a wrong one), "comparison" (record and plant differ), or "control path" (the host's program failed).</param>
/// <param name="Sentence">What is wrong.</param>
internal sealed record CampaignFinding(string By, string Sentence);
