using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>Treatment sessions of the clinic as outcomes, recall and audit see them.</summary>
internal static class TreatedSessions
{
    /// <summary>All sessions in which a needle went in or may have, oldest first. One that is under way is among them, with what is not known as 0.</summary>
    public static IReadOnlyList<TreatedSession> Of(ClinicState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. state.Treatments.All.Values.Where(each => each.MayHaveDelivered).Select(each => Seen(state, each))];
    }

    /// <summary>Finds one of them; null if it is not known.</summary>
    public static Func<string, TreatedSession?> Finder(ClinicState state) => id =>
        state.Treatments.All.TryGetValue(id, out Treatment? found) && found.MayHaveDelivered ? Seen(state, found) : null;

    private static TreatedSession Seen(ClinicState state, Treatment treatment)
    {
        IReadOnlyList<ZoneGiven> zones = treatment.Ended?.Zones ?? [];
        return new TreatedSession(
            treatment.Intent.SessionId,
            treatment.Intent.PatientId,
            treatment.Intent.ClinicianId,
            treatment.Station,
            DateOnly.FromDateTime(treatment.OpenedAt.UtcDateTime),
            treatment.Intent.DeviceFamily,
            treatment.DeviceKnown?.Serial,
            treatment.Heads,
            Lots(state.Products, treatment.Intent.VialId),
            zones.Sum(zone => (long)zone.Shots + zone.UnknownShots + zone.NotDeliveredShots),
            [
                .. zones.Where(zone => zone.Shots + zone.UnknownShots > 0)
                    .Select(zone => new TreatedZone(zone.Zone, zone.Shots, zone.DeliveredNl, zone.UnknownNl)),
            ]);
    }

    private static IReadOnlyList<TreatedLot> Lots(ProductsState products, string vialId) =>
        products.ContentsOf(vialId) is { } contents ? [.. contents.Lots.Select(lot => new TreatedLot(lot.ProductId, lot.Number))] : [];
}
