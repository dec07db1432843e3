namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>From a lot, a needle head or a device to the patients: what a recall asks.</summary>
public static class Recall
{
    /// <summary>Who got something of a lot, alone or in a mixture.</summary>
    /// <param name="outcomes">Adverse events.</param>
    /// <param name="sessions">All sessions.</param>
    /// <param name="lot">The lot, as it stands on the package.</param>
    /// <param name="productId">Its product; null for every product that has a lot of this name, for makers count alike.</param>
    public static RecallFinding Lot(OutcomesState outcomes, IEnumerable<TreatedSession> sessions, string lot, string? productId) => Find(
        outcomes, sessions,
        session => session.Lots.Any(each => each.Lot == lot && (productId is null || each.ProductId == productId)),
        details => details.Lot == lot && (productId is null || details.ProductId == productId));

    /// <summary>Who was treated with a device.</summary>
    public static RecallFinding Device(OutcomesState outcomes, IEnumerable<TreatedSession> sessions, string serial) => Find(
        outcomes, sessions, session => session.DeviceSerial == serial, details => details.DeviceSerial == serial);

    /// <summary>Who was treated with a needle head.</summary>
    public static RecallFinding Head(OutcomesState outcomes, IEnumerable<TreatedSession> sessions, string headId) => Find(
        outcomes, sessions, session => session.HeadIds.Contains(headId), details => details.HeadId == headId);

    private static RecallFinding Find(
        OutcomesState outcomes, IEnumerable<TreatedSession> sessions, Func<TreatedSession, bool> used, Func<AdverseEventDetails, bool> named)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(sessions);
        TreatedSession[] found = [.. sessions.Where(used)];
        HashSet<string> ids = [.. found.Select(session => session.Id)];
        AdverseEvent[] events =
        [
            .. outcomes.AdverseEvents.Values.Where(each => named(each.Details) || (each.Details.SessionId is { } session && ids.Contains(session))),
        ];

        // A patient whose adverse event names it counts too, though no session does: the link may be what is missing.
        return new RecallFinding(
            [
                .. found.Select(session => session.PatientId).Concat(events.Where(each => named(each.Details)).Select(each => each.PatientId))
                    .Distinct().Order(StringComparer.Ordinal),
            ],
            found, events);
    }
}
