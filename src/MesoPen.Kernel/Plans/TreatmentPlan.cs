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
    public ImmutableArray<Refusal> Check(LimitSet limits) =>
        [.. Wishes().Select(wish => limits.Check(wish.Kind, wish.Zone, wish.Asked)).OfType<Refusal>()];

    /// <summary>Throws for a plan that no device could be asked to carry out, whatever the limits.</summary>
    /// <exception cref="ArgumentException">A tag or a zone id stands twice, or a number is out of its range.</exception>
    internal void RequireSound()
    {
        bool once = Zones.DistinctBy(zone => zone.Tag).Count() == Zones.Length && Zones.DistinctBy(zone => zone.Zone).Count() == Zones.Length;
        ZonePlan? bad = Zones.FirstOrDefault(zone => !zone.IsSound);
        if (!once || bad is not null) { throw new ArgumentException($"Plan {Id} has a zone or tag twice or a number out of range: {bad?.Zone}."); }
    }

    private IEnumerable<(LimitKind Kind, string? Zone, long Asked)> Wishes()
    {
        foreach (ZonePlan zone in Zones)
        {
            yield return (LimitKind.TissueDepthMax, zone.Zone, zone.TissueDepth.Um);
            yield return (LimitKind.TissueDepthMin, zone.Zone, zone.TissueDepth.Um);
            yield return (LimitKind.NeedleLengthMax, zone.Zone, zone.NeedleLength.Um);
            yield return (LimitKind.NeedleLengthMin, zone.Zone, zone.NeedleLength.Um);
            yield return (LimitKind.DoseMax, zone.Zone, zone.Dose.Nl);
            yield return (LimitKind.DoseMin, zone.Zone, zone.Dose.Nl);
            yield return (LimitKind.DoseStep, zone.Zone, zone.Dose.Nl);
            yield return (LimitKind.ZoneVolumeMax, zone.Zone, zone.Total.Nl);
            yield return (LimitKind.ZoneShotsMax, zone.Zone, zone.Points);
            yield return (LimitKind.ShotIntervalMin, zone.Zone, zone.MinIntervalMs);
        }

        long total = Zones.Sum(zone => zone.Total.Nl);
        yield return (LimitKind.SessionVolumeMax, null, total);
        yield return (LimitKind.ProductVolumeMax, null, total);
        yield return (LimitKind.PrimeMax, null, Prime.Nl);
    }
}
