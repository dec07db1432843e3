namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>
/// Figures for an audit: of sessions between two days, and of adverse events of these sessions or, without a session, with onset between them.
/// </summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Total">Of everything.</param>
/// <param name="ByClinician">By who treated.</param>
/// <param name="ByProduct">By what was in the cartridge.</param>
/// <param name="ByZone">By zone: a session counts in each zone that it treated.</param>
public sealed record AuditFigures(
    DateOnly From,
    DateOnly To,
    AuditFigure Total,
    IReadOnlyList<AuditFigure> ByClinician,
    IReadOnlyList<AuditFigure> ByProduct,
    IReadOnlyList<AuditFigure> ByZone)
{
    /// <summary>Counts.</summary>
    /// <param name="outcomes">Adverse events and follow-ups.</param>
    /// <param name="sessions">All sessions.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="today">Day up to which follow-ups can be due.</param>
    public static AuditFigures Of(OutcomesState outcomes, IEnumerable<TreatedSession> sessions, DateOnly from, DateOnly to, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(sessions);
        Dictionary<string, TreatedSession> all = sessions.ToDictionary(session => session.Id);
        TreatedSession[] within = [.. all.Values.Where(session => session.Day >= from && session.Day <= to)];
        ILookup<string, FollowUpContact> contacts = FollowUpList.Of(outcomes, within, today).ToLookup(contact => contact.SessionId);
        (AdverseEvent Event, TreatedSession? Session)[] events =
        [
            .. outcomes.AdverseEvents.Values
                .Select(each => (Event: each, Session: each.Details.SessionId is { } id ? all.GetValueOrDefault(id) : null))
                .Where(each => each.Session?.Day is var day && (day ?? each.Event.Details.OnsetDay) >= from && (day ?? each.Event.Details.OnsetDay) <= to),
        ];

        AuditFigure Figure(string? key, IEnumerable<TreatedSession> of, Func<TreatedZone, bool> zones, IEnumerable<AdverseEvent> befell)
        {
            TreatedSession[] counted = [.. of];
            TreatedZone[] parts = [.. counted.SelectMany(session => session.Zones).Where(zones)];
            AdverseEvent[] adverse = [.. befell];
            FollowUpContact[] due = [.. counted.SelectMany(session => contacts[session.Id]).Where(contact => contact.DueDay <= today)];
            return new AuditFigure(
                key, counted.Length, parts.Sum(zone => zone.Shots), parts.Sum(zone => zone.DeliveredNl), parts.Sum(zone => zone.UnknownNl),
                adverse.Length, adverse.Count(each => each.Details.Serious), due.Length, due.Count(contact => contact.Status == FollowUpStatus.Done));
        }

        IReadOnlyList<AuditFigure> By(
            Func<TreatedSession, IEnumerable<string>> keys, Func<string, TreatedZone, bool> zones, Func<AdverseEvent, TreatedSession?, string?> key) =>
        [
            .. within.SelectMany(keys).Concat(events.Select(each => key(each.Event, each.Session)).OfType<string>())
                .Distinct().Order(StringComparer.Ordinal)
                .Select(name => Figure(
                    name, within.Where(session => keys(session).Contains(name)), zone => zones(name, zone),
                    events.Where(each => key(each.Event, each.Session) == name).Select(each => each.Event))),
            .. events.Any(each => key(each.Event, each.Session) is null)
                ? [Figure(null, [], _ => false, events.Where(each => key(each.Event, each.Session) is null).Select(each => each.Event))]
                : Array.Empty<AuditFigure>(),
        ];

        return new AuditFigures(
            from, to, Figure(null, within, _ => true, events.Select(each => each.Event)),
            By(session => [session.ClinicianId], (_, _) => true, (_, session) => session?.ClinicianId),
            By(session => [Mixture(session)], (_, _) => true, (adverse, session) => session is null ? adverse.Details.ProductId : Mixture(session)),
            By(session => session.Zones.Select(zone => zone.Zone), (name, zone) => zone.Zone == name, (adverse, _) => adverse.Details.Zone));
    }

    private static string Mixture(TreatedSession session) =>
        string.Join('+', session.Lots.Select(lot => lot.ProductId).Distinct().Order(StringComparer.Ordinal));
}
