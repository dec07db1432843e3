using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>One version of a plan or protocol. It never changes; a change is a new version.</summary>
/// <param name="Version">Counted from 1.</param>
/// <param name="ProductId">Id of the product.</param>
/// <param name="DeviceFamily">Id of the device profile that it was drawn for.</param>
/// <param name="PrimeNl">Fills the line before the first shot, nL.</param>
/// <param name="SticksMax">Shots with one needle head.</param>
/// <param name="SticksReason">Why that many.</param>
/// <param name="Zones">In the order of work.</param>
/// <param name="Course">Sessions and intervals.</param>
/// <param name="MixedWith">Ids of other products that are mixed in; null for none.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Sha256">Hash of its <see cref="Content"/>.</param>
/// <param name="Sequence">Sequence of its event.</param>
public sealed record PlanVersion(
    int Version,
    string ProductId,
    string DeviceFamily,
    long PrimeNl,
    int SticksMax,
    string SticksReason,
    ImmutableArray<PlannedZone> Zones,
    Course Course,
    ImmutableArray<string>? MixedWith,
    string By,
    DateTimeOffset At,
    string Sha256,
    long Sequence)
{
    /// <summary>What it says, without who made it when.</summary>
    public PlanContent Content() => new(ProductId, DeviceFamily, PrimeNl, SticksMax, SticksReason, Zones, Course, MixedWith);

    /// <summary>Ids of everything that is injected: the product first.</summary>
    internal ImmutableArray<string> Products => [ProductId, .. MixedWith ?? []];

    /// <summary>The version that an event makes.</summary>
    internal static PlanVersion Of(int version, PlanContent content, ClinicFact fact) => new(
        version, content.ProductId, content.DeviceFamily, content.PrimeNl, content.SticksMax, content.SticksReason, content.Zones,
        content.Course, content.MixedWith,
        fact.Event.By, fact.At, ClinicJson.Sha256(content), fact.Sequence);
}
