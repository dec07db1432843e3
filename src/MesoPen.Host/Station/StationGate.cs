using MesoPen.Host.Clinic.Treatments;
using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>One prerequisite of arming, for people.</summary>
/// <param name="Item">Which.</param>
/// <param name="Stands">Whether it stands.</param>
/// <param name="Type">Type of the problem; null if it stands.</param>
/// <param name="Detail">Why it does not stand; null if it does.</param>
/// <param name="Remedy">What to do; null if it stands.</param>
/// <param name="Overridden">Id of a problem type that two people agreed to pass over; null if none was.</param>
public sealed record StationGate(Readiness Item, bool Stands, string? Type, string? Detail, string? Remedy, string? Overridden)
{
    /// <summary>A finding, for people.</summary>
    public static StationGate Of(GateFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new StationGate(
            finding.Item, finding.Problem is null, finding.Problem?.Type.Uri, finding.Problem?.Detail, finding.Problem?.Type.Remedy, finding.Overridden);
    }
}
