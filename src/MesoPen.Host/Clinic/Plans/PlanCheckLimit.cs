using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>A limit that holds for a field of a plan: the tightest of its kind.</summary>
/// <param name="Zone">Id of the zone; null for the session.</param>
/// <param name="Field">The field of the plan that it bounds, such as dose_nl.</param>
/// <param name="Kind">What is bounded: its end says at most, at least or a multiple of.</param>
/// <param name="Value">The bound, in the unit.</param>
/// <param name="Unit">um, nl, ms or shots.</param>
/// <param name="Source">Who set it.</param>
/// <param name="Reason">Where it comes from: a publication, a file, a sheet.</param>
/// <param name="Version">Version of that source.</param>
/// <param name="Text">The same in the kernel's words.</param>
public sealed record PlanCheckLimit(
    string? Zone, string Field, LimitKind Kind, long Value, string Unit, LimitSource Source, string Reason, string Version, string Text)
{
    /// <summary>A limit of the kernel, for the field that it bounds.</summary>
    public static PlanCheckLimit Of(string? zone, Limit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return new PlanCheckLimit(
            zone, PlanFields.Of(limit), limit.Kind, limit.Value, PlanFields.UnitOf(limit.Kind), limit.Source, limit.Reference, limit.Version,
            $"{limit.Subject}: {limit.Allowance}");
    }
}
