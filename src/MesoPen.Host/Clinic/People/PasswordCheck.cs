namespace MesoPen.Host.Clinic.People;

/// <summary>A password that was compared, which takes long and so happens outside the rules.</summary>
/// <param name="PersonId">With whose.</param>
/// <param name="Against">The hash that it was compared with: what was found holds only while the person has this one.</param>
/// <param name="Right">It is the password.</param>
/// <param name="Rehashed">The same password kept with more rounds; null if that is not needed.</param>
public sealed record PasswordCheck(string PersonId, string? Against, bool Right, string? Rehashed = null);
