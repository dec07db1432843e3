using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Outcomes;

namespace MesoPen.Host.Exchange.Deidentified;

/// <summary>A de-identified export: tables of what <see cref="AllowList"/> allows, and nothing else.</summary>
/// <param name="Tables">The tables.</param>
/// <param name="SmallestGroup">
/// Patients in the smallest group of the same age, sex and skin type; 0 without patients. The smaller, the easier one of them is recognised by
/// somebody who knows him: 1 means that there is a patient whom these three tell from all others.
/// </param>
internal sealed record DeidentifiedExport(IReadOnlyList<DeidentifiedTable> Tables, int SmallestGroup)
{
    /// <summary>Makes it.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="sessions">Its treatment sessions.</param>
    /// <param name="key">32 random bytes, new for every export.</param>
    /// <param name="today">Day for which the follow-up list holds.</param>
    public static DeidentifiedExport Of(ClinicState state, IReadOnlyList<TreatedSession> sessions, byte[] key, DateOnly today)
    {
        Veil veil = new(key, sessions);
        DeidentifiedTable patients = DeidentifiedTable.Of("patients", AllowList.Patients, state.Patients.All.Values.Where(each => veil.Covers(each.Id)), veil);
        return new DeidentifiedExport(
            [
                patients,
                DeidentifiedTable.Of("zones", AllowList.Zones, sessions.SelectMany(session => session.Zones.Select(zone => (session, zone))), veil),
                DeidentifiedTable.Of(
                    "outcomes", AllowList.Outcomes, state.Outcomes.Measured.Values.Where(each => !each.Withdrawn && veil.Covers(each.PatientId)), veil),
                DeidentifiedTable.Of(
                    "adverse-events", AllowList.AdverseEvents, state.Outcomes.AdverseEvents.Values.Where(each => veil.Covers(each.PatientId)), veil),
                DeidentifiedTable.Of("follow-ups", AllowList.FollowUps, FollowUpList.Of(state.Outcomes, sessions, today), veil),
            ],
            patients.Rows.GroupBy(row => (row[1], row[2], row[3])).Select(group => group.Count()).DefaultIfEmpty(0).Min());
    }

    /// <summary>The same with at most so many rows of each table, for people to look at first.</summary>
    public DeidentifiedExport First(int rows) => this with { Tables = [.. Tables.Select(table => table with { Rows = [.. table.Rows.Take(rows)] })] };
}
