using System.Collections.Immutable;

namespace MesoPen.Kernel;

/// <summary>A treatment as drawn: zones in the order of work, the product, the prime.</summary>
/// <param name="Id">Id of the plan.</param>
/// <param name="Title">For people.</param>
/// <param name="Product">What is in the cartridge.</param>
/// <param name="Prime">Volume that fills the line before the first shot.</param>
/// <param name="Zones">Zones in the order of work; each zone id and tag once.</param>
public sealed record TreatmentPlan(string Id, string Title, Product Product, Volume Prime, ImmutableArray<ZonePlan> Zones)
{
    /// <summary>The zone with a tag; null if none has it.</summary>
    public ZonePlan? Find(ushort tag)
    {
        foreach (ZonePlan zone in Zones)
        {
            if (zone.Tag == tag)
            {
                return zone;
            }
        }

        return null;
    }

    /// <summary>Checks every zone and the sums against all limits. Empty if nothing is beyond any.</summary>
    public ImmutableArray<Refusal> Check(LimitSet limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ImmutableArray<Refusal>.Builder refusals = ImmutableArray.CreateBuilder<Refusal>();
        Volume total = Volume.Zero;
        foreach (ZonePlan zone in Zones)
        {
            Add(limits.Check(LimitKind.TissueDepthMax, zone.Zone, zone.TissueDepth.Um));
            Add(limits.Check(LimitKind.TissueDepthMin, zone.Zone, zone.TissueDepth.Um));
            Add(limits.Check(LimitKind.NeedleLengthMax, zone.Zone, zone.NeedleLength.Um));
            Add(limits.Check(LimitKind.NeedleLengthMin, zone.Zone, zone.NeedleLength.Um));
            Add(limits.Check(LimitKind.DoseMax, zone.Zone, zone.Dose.Nl));
            Add(limits.Check(LimitKind.DoseMin, zone.Zone, zone.Dose.Nl));
            Add(limits.Check(LimitKind.DoseStep, zone.Zone, zone.Dose.Nl));
            Add(limits.Check(LimitKind.ZoneVolumeMax, zone.Zone, zone.Total.Nl));
            Add(limits.Check(LimitKind.ZoneShotsMax, zone.Zone, zone.Points));
            Add(limits.Check(LimitKind.ShotIntervalMin, zone.Zone, zone.MinIntervalMs));
            total += zone.Total;
        }

        Add(limits.Check(LimitKind.SessionVolumeMax, null, total.Nl));
        Add(limits.Check(LimitKind.ProductVolumeMax, null, total.Nl));
        Add(limits.Check(LimitKind.PrimeMax, null, Prime.Nl));
        return refusals.ToImmutable();

        void Add(Refusal? refusal)
        {
            if (refusal is not null)
            {
                refusals.Add(refusal);
            }
        }
    }
}
