namespace MesoPen.Host.Clinic.Site;

/// <summary>One difference between two policies.</summary>
/// <param name="What">What differs: "tissue-depth-max forehead", "combination_days peel".</param>
/// <param name="From">As it was, in words; null if there was nothing.</param>
/// <param name="To">As it is to be, in words; null if there is to be nothing.</param>
public sealed record PolicyChange(string What, string? From, string? To);
