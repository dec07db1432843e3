using MesoPen.Host.Clinic;
using MesoPen.Host.Input;
using MesoPen.Host.Records;

namespace MesoPen.Host.Exchange;

/// <summary>A session's dossier from a data folder, without a server. Reads and writes nothing else.</summary>
internal static class OfflineDossier
{
    /// <summary>Gathers it; null if the journal has no such session.</summary>
    /// <exception cref="InputException">The journal is missing, damaged or from the future.</exception>
    /// <exception cref="RecordStoreException">Something is in the way of reading it, or a row is not what its kind says.</exception>
    public static Dossier? Read(string folder, string sessionId)
    {
        using JournalReader reader = JournalReader.Open(folder);
        ClinicState state = ClinicState.Empty;
        List<JournalRow> clinicRows = [];
        List<JournalRow> stationRows = [];
        string? siteKey = null;
        foreach (JournalRow row in reader.Read())
        {
            siteKey ??= row.Hash;
            if (row.Stream.Contains('/', StringComparison.Ordinal))
            {
                state = state.Apply(ClinicEventCodec.Decode(row));
            }

            if (row.Stream == sessionId)
            {
                stationRows.Add(row);
            }
            else if (row.Stream == DossierReader.ClinicStream(sessionId))
            {
                clinicRows.Add(row);
            }
        }

        return siteKey is null ? null : DossierReader.Read(state, sessionId, clinicRows, stationRows, siteKey);
    }
}
