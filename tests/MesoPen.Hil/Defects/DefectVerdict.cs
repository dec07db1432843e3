namespace MesoPen.Hil;

/// <summary>Whether a defect was caught, and by what.</summary>
/// <param name="By">As in <see cref="CampaignFinding.By"/>; null if no seed caught it.</param>
/// <param name="Seed">The first seed that caught it; the last one tried if none did.</param>
/// <param name="Ms">Virtual time in the treatment of that seed, ms.</param>
/// <param name="Sentence">What was found.</param>
internal sealed record DefectVerdict(string? By, int Seed, long Ms, string Sentence)
{
    public bool Caught => By is not null;
}
