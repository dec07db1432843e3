using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>What is to be done: the same in a protocol, which is the template, and in a patient's plan.</summary>
/// <param name="ProductId">Id of the product.</param>
/// <param name="DeviceFamily">Id of the device profile that it was drawn for.</param>
/// <param name="PrimeNl">Fills the line before the first shot, nL.</param>
/// <param name="SticksMax">Shots with one needle head.</param>
/// <param name="SticksReason">Why that many.</param>
/// <param name="Zones">In the order of work.</param>
/// <param name="Course">Sessions and intervals.</param>
/// <param name="MixedWith">Ids of other products that are mixed in; null for none.</param>
public sealed record PlanContent(
    string ProductId,
    string DeviceFamily,
    long PrimeNl,
    int SticksMax,
    string SticksReason,
    ImmutableArray<PlannedZone> Zones,
    Course Course,
    ImmutableArray<string>? MixedWith = null)
{
    /// <summary>Ids of everything that is injected: the product first.</summary>
    internal ImmutableArray<string> Products => [ProductId, .. MixedWith ?? []];
}
