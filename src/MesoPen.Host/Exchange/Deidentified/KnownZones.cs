using System.Collections.Frozen;

namespace MesoPen.Host.Exchange.Deidentified;

/// <summary>
/// Zones of the shipped catalogue (hardware/zones.yaml). A zone of a site's own making has a name that anybody may have chosen: it is "other".
/// </summary>
internal static class KnownZones
{
    /// <summary>Their ids.</summary>
    public static FrozenSet<string> All { get; } = new[]
    {
        "forehead", "periocular.left", "periocular.right", "under-eye.left", "under-eye.right", "cheek.left", "cheek.right", "nasolabial.left",
        "nasolabial.right", "jawline.left", "jawline.right", "neck", "decolletage", "scalp", "hand.left", "hand.right", "abdomen", "thigh.left",
        "thigh.right",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The zone, or other; null for none.</summary>
    public static string? Word(string? zone) => zone is null ? null : All.Contains(zone) ? zone : "other";
}
