using System.Text.Json.Nodes;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Input;
using MesoPen.Host.Records;
using MesoPen.Kernel;

namespace MesoPen.Host.Control;

/// <summary>Which session a run of treat works on: a new one, or the newest of this plan that was not closed.</summary>
/// <param name="Id">Session id.</param>
/// <param name="Resumed">Whether it goes on with an earlier run.</param>
/// <param name="Records">What that run recorded.</param>
/// <param name="Serial">The device that it began with; null if it never saw one.</param>
internal sealed record SessionFile(string Id, bool Resumed, IReadOnlyList<SessionRecord> Records, string? Serial)
{
    private const string OpenedKind = "session-opened";

    /// <summary>Opens the session and writes that it was opened or resumed, with the hashes of everything it is done under.</summary>
    /// <exception cref="InputException">There is nothing to resume; the plan was changed since; another session waits to be resumed.</exception>
    /// <exception cref="RecordStoreException">The journal cannot be read or written.</exception>
    public static SessionFile Open(TreatOptions options, TreatmentInput input, SqliteJournal journal, TimeProvider time)
    {
        IReadOnlyList<JournalRow> rows = ReadAll(options.Data);
        SessionFile? unfinished = Unfinished(rows, input, options);
        if (options.Resume && unfinished is null)
        {
            throw new InputException(options.Data, 0, $"There is no unfinished session of the plan {input.Plan.Id} to resume: run without --resume.");
        }

        long now = time.GetUtcNow().ToUnixTimeMilliseconds();
        SessionFile session = unfinished ?? new SessionFile(NewId(time), false, [], null);
        journal.Append([new RecordEntry(session.Id, now, OpenedKind, Opened(input, options.Plan, options.Person, options.Device, session.Resumed).ToJsonString())]);
        return session;
    }

    /// <summary>Whether a row is the first of its session, and not one that a later run wrote.</summary>
    public static bool IsBeginning(JournalRow row) => row.Kind == OpenedKind && JsonNode.Parse(row.Body)!["resumed"]?.GetValue<bool>() == false;

    private static IReadOnlyList<JournalRow> ReadAll(string data)
    {
        using JournalReader reader = JournalReader.Open(data);
        return reader.ReadTreatments();
    }

    private static SessionFile? Unfinished(IReadOnlyList<JournalRow> rows, TreatmentInput input, TreatOptions options)
    {
        SessionFile? found = null;
        foreach (IGrouping<string, JournalRow> session in rows.GroupBy(row => row.Stream))
        {
            List<SessionRecord> records = Decode(session, options.Data);
            DoseLedger ledger = Replay(records, options.Data);
            if (ledger.Closed)
            {
                continue;
            }

            JsonNode opened = JsonNode.Parse(session.First(row => row.Kind == OpenedKind).Body)!;
            bool samePlan = (string?)opened["plan_id"] == input.Plan.Id;
            if (!(options.Resume && samePlan) && (ledger.OpenShots > 0 || ledger.UnknownShots > 0))
            {
                throw new InputException(
                    options.Data, 0, $"Session {session.Key} of the plan {opened["plan_id"]} has shots that are not settled: finish it first with treat {opened["plan_path"]} --resume.");
            }

            if (options.Resume && samePlan)
            {
                RequireUnchanged(opened, "plan_sha256", input.File.File, "plan", session.Key);
                RequireUnchanged(opened, "profile_sha256", input.Profile.File, "device profile", session.Key);
                RequireUnchanged(opened, "zones_sha256", input.Zones.File, "zone catalogue", session.Key);
                found = new SessionFile(session.Key, true, records, ledger.DeviceSerial);
            }
        }

        return found;
    }

    /// <summary>A session ends under the limits that it began under: what it had counts against these and no others.</summary>
    private static void RequireUnchanged(JsonNode opened, string hash, InputFile file, string what, string session)
    {
        if ((string?)opened[hash] != file.Sha256)
        {
            throw new InputException(file.Path, 0, $"The {what} was changed since session {session} began: resume with the {what} as it was, or begin a new session.");
        }
    }

    private static List<SessionRecord> Decode(IEnumerable<JournalRow> rows, string data)
    {
        try
        {
            return [.. rows.Select(SessionRecordCodec.Decode).OfType<SessionRecord>()];
        }
        catch (RecordStoreException unread)
        {
            throw new InputException(JournalFile.PathIn(data), 0, unread.Message, unread);
        }
    }

    private static DoseLedger Replay(List<SessionRecord> records, string data)
    {
        try
        {
            return DoseLedger.Replay(records);
        }
        catch (InvalidOperationException contradiction)
        {
            throw new RecordStoreException($"The journal in {data} contradicts itself. {contradiction.Message} Check it with records verify.", contradiction);
        }
    }

    /// <summary>The first row of a run of a session of the clinic, in the form of all such rows.</summary>
    public static RecordEntry OpenedRow(Treatment treatment, TreatmentInput input, DateTimeOffset at, bool resumed)
    {
        JsonObject body = Opened(input, $"plan {treatment.Intent.PlanId}, version {treatment.Intent.PlanVersion}", treatment.Intent.ClinicianId, treatment.Device, resumed);
        body["patient_id"] = treatment.Intent.PatientId;
        body["vial_id"] = treatment.Intent.VialId;
        body["head_id"] = treatment.Intent.HeadId;
        body["station"] = treatment.Station;
        return new RecordEntry(treatment.Intent.SessionId, at.ToUnixTimeMilliseconds(), OpenedKind, body.ToJsonString());
    }

    /// <summary>A new session's id: its time, and chance enough that no two are the same.</summary>
    public static string NewId(TimeProvider time)
    {
        Span<byte> random = stackalloc byte[4];
        System.Security.Cryptography.RandomNumberGenerator.Fill(random);
        return $"{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}-{Convert.ToHexStringLower(random)}";
    }

    private static JsonObject Opened(TreatmentInput input, string planPath, string person, string device, bool resumed) => new()
    {
        ["plan_id"] = input.Plan.Id,
        ["plan_title"] = input.Plan.Title,
        ["plan_path"] = planPath,
        ["plan_sha256"] = input.File.File.Sha256,
        ["profile_id"] = input.Profile.Id,
        ["profile_sha256"] = input.Profile.File.Sha256,
        ["zones_sha256"] = input.Zones.File.Sha256,
        ["product"] = input.Plan.Product.Name,
        ["lot"] = input.Plan.Product.Lot,
        ["expires_day"] = input.Plan.Product.ExpiresDay,
        ["person"] = person,
        ["device"] = device,
        ["resumed"] = resumed,
    };
}
