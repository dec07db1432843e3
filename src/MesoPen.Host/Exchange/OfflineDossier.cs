using MesoPen.Host.Clinic;
using MesoPen.Host.Input;
using MesoPen.Host.Records;

namespace MesoPen.Host.Exchange;

/// <summary>A session's dossier from a data folder, without a server. Reads and writes nothing else.</summary>
internal static class OfflineDossier
{
    private const int RowsPerRead = 1000;

    /// <summary>Gathers it; null if the journal has no such session.</summary>
    /// <exception cref="InputException">The journal is missing, damaged or from the future.</exception>
    /// <exception cref="RecordStoreException">Something is in the way of reading it, or a row is not what its kind says.</exception>
    public static Dossier? Read(string folder, string sessionId)
    {
        using JournalReader reader = JournalReader.Open(folder);
        return reader.ReadAfter(0, 1, JournalRows.All) is [{ } first]
            ? DossierReader.Read(StateOf(reader), sessionId, reader.Read(DossierReader.ClinicStream(sessionId)), reader.Read(sessionId), first.Hash)
            : null;
    }

    private static ClinicState StateOf(JournalReader reader)
    {
        ClinicState state = ClinicState.Empty;
        while (true)
        {
            IReadOnlyList<JournalRow> rows = reader.ReadAfter(state.LastSequence, RowsPerRead, JournalRows.Clinic);
            foreach (JournalRow row in rows)
            {
                state = state.Apply(ClinicEventCodec.Decode(row));
            }

            if (rows.Count < RowsPerRead)
            {
                return state;
            }
        }
    }
}
