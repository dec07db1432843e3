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
    public ZonePlan? Find(ushort tag) => Zones.FirstOrDefault(zone => zone.Tag == tag);

    /// <summary>Checks every zone and the sums against all limits. Empty if nothing is beyond any.</summary>
    public ImmutableArray<Refusal> Check(LimitSet limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ImmutableArray<Refusal>.Builder refusals = ImmutableArray.CreateBuilder<Refusal>();
        Volume total = Volume.Zero;
        foreach (ZonePlan zone in Zones)
        {
            Ask(zone.Zone, zone.TissueDepth.Um, LimitKind.TissueDepthMax, LimitKind.TissueDepthMin);
            Ask(zone.Zone, zone.NeedleLength.Um, LimitKind.NeedleLengthMax, LimitKind.NeedleLengthMin);
            Ask(zone.Zone, zone.Dose.Nl, LimitKind.DoseMax, LimitKind.DoseMin, LimitKind.DoseStep);
            Ask(zone.Zone, zone.Total.Nl, LimitKind.ZoneVolumeMax);
            Ask(zone.Zone, zone.Points, LimitKind.ZoneShotsMax);
            Ask(zone.Zone, zone.MinIntervalMs, LimitKind.ShotIntervalMin);
            total += zone.Total;
        }

        Ask(null, total.Nl, LimitKind.SessionVolumeMax, LimitKind.ProductVolumeMax);
        Ask(null, Prime.Nl, LimitKind.PrimeMax);
        return refusals.ToImmutable();

        void Ask(string? zone, long asked, params ReadOnlySpan<LimitKind> kinds)
        {
            foreach (LimitKind kind in kinds)
            {
                if (limits.Check(kind, zone, asked) is { } refusal)
                {
                    refusals.Add(refusal);
                }
            }
        }
    }

    /// <summary>Throws for a plan that no device could be asked to carry out, whatever the limits.</summary>
    /// <exception cref="ArgumentException">A tag or a zone id stands twice, a tag is 0, or a number is out of its range.</exception>
    internal void RequireSound()
    {
        HashSet<string> names = [];
        HashSet<ushort> tags = [0];
        foreach (ZonePlan zone in Zones)
        {
            bool sound = names.Add(zone.Zone) && tags.Add(zone.Tag) && Enum.IsDefined(zone.Trigger) && zone is
            {
                AngleDeg: >= 1 and <= 90, Points: >= 0 and <= ZonePlan.PointsMax, NeedleLength.Um: > 0,
                Dose.Nl: > 0 and <= ZonePlan.DoseMaxNl, MinIntervalMs: >= 0 and <= ushort.MaxValue,
            };
            if (!sound)
            {
                throw new ArgumentException($"Plan {Id} cannot be carried out: its zone {zone.Zone}, tag {zone.Tag}, stands twice or holds a number out of range.");
            }
        }
    }
}
