using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Site;

/// <summary>A limit that the site sets itself. It can only make room smaller: the tightest of all limits counts.</summary>
/// <param name="Kind">What is bounded. The kind says the unit of the value: µm for depths and lengths, nL for doses and volumes, ms for intervals.</param>
/// <param name="Zone">Id of the zone; null for all.</param>
/// <param name="Value">The bound, in the kind's unit.</param>
/// <param name="Reference">Where it comes from: a publication, the site's own rule.</param>
public sealed record SiteLimit(LimitKind Kind, string? Zone, long Value, string Reference);
