using MesoPen.Host.Clinic;
using MesoPen.Host.Records;

namespace MesoPen.Host.Exchange;

/// <summary>Gathers what is on record about a session. Pure: from the clinic's state and the session's rows.</summary>
internal static class DossierReader
{
    /// <summary>Stream of the clinic's own rows about a session.</summary>
    public static string ClinicStream(string sessionId) => "treatment/" + sessionId;

    /// <summary>Gathers it; null if there is no such session.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="clinicRows">Rows of <see cref="ClinicStream"/>.</param>
    /// <param name="stationRows">Rows of the treatment itself; none if its station has not delivered them yet.</param>
    /// <param name="siteKey">Hash of the first row of the site's journal.</param>
    public static Dossier? Read(
        ClinicState state, string sessionId, IReadOnlyList<JournalRow> clinicRows, IReadOnlyList<JournalRow> stationRows, string siteKey)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(clinicRows);
        ArgumentNullException.ThrowIfNull(stationRows);
        return null;
    }
}
