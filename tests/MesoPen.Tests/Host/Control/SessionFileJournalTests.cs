using System.Text.Json.Nodes;
using MesoPen.Host.Control;
using MesoPen.Host.Input;
using MesoPen.Host.Records;
using MesoPen.Kernel;
using MesoPen.Tests.Host.Input;
using MesoPen.Tests.Host.Records;
using MesoPen.Tests.Time;

namespace MesoPen.Tests.Host.Control;

public sealed class SessionFileJournalTests : IDisposable
{
    private const string Plan = "demo-short";

    private readonly TempFolder _folder = new();
    private readonly TreatmentInput _input = Shipped.Load(Plan);
    private readonly VirtualClock _clock = new();
    private readonly SqliteJournal _journal;

    public SessionFileJournalTests()
    {
        _journal = SqliteJournal.Open(_folder.Path);
    }

    public void Dispose()
    {
        _journal.Dispose();
        _folder.Dispose();
    }

    [Fact]
    [Trait("Requirement", "SR-096")]
    public void Open_of_a_new_session_writes_everything_that_it_is_done_under()
    {
        // The hashes of plan, profile and zones stand on the record before anything else does.
        SessionFile session = Open(resume: false);

        Assert.Equal((false, null, 0), (session.Resumed, session.Serial, session.Records.Count));
        JournalRow row = Assert.Single(Rows());
        JsonNode body = JsonNode.Parse(row.Body)!;
        Assert.Equal((session.Id, "session-opened"), (row.Stream, row.Kind));
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeMilliseconds(), row.AtUnixMs);
        Assert.Equal(
            (_input.File.File.Sha256, _input.Profile.File.Sha256, _input.Zones.File.Sha256, "tester", false),
            ((string?)body["plan_sha256"], (string?)body["profile_sha256"], (string?)body["zones_sha256"], (string?)body["person"], (bool)body["resumed"]!));
        Product product = _input.Plan.Product;
        Assert.Equal(
            (_input.Plan.Id, _input.Profile.Id, product.Name, product.Lot, (long)product.ExpiresDay),
            ((string?)body["plan_id"], (string?)body["profile_id"], (string?)body["product"], (string?)body["lot"], (long)body["expires_day"]!));
        Assert.False(string.IsNullOrEmpty((string?)body["device"]));
    }

    [Fact]
    public void Open_twice_gives_two_ids()
    {
        // Also within one second.
        Assert.NotEqual(Open(resume: false).Id, Open(resume: false).Id);
    }

    [Fact]
    public void Resume_without_an_unfinished_session_is_refused_and_writes_nothing()
    {
        // A typing error must not begin a session that calls itself resumed.
        InputException refused = Assert.Throws<InputException>(() => Open(resume: true));

        Assert.Contains("run without --resume", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Rows());
    }

    [Fact]
    public void Resume_goes_on_with_the_records_and_the_device_of_the_session()
    {
        // What the first run wrote is what the second replays.
        SessionFile first = Open(resume: false);
        SessionRecord[] written = Begun();
        Write(first, written);

        SessionFile second = Open(resume: true);

        Assert.Equal((first.Id, true, "SN-1"), (second.Id, second.Resumed, second.Serial));
        Assert.Equal(written, second.Records);
        Assert.True((bool)JsonNode.Parse(Rows()[^1].Body)!["resumed"]!);
    }

    [Fact]
    public void Resume_takes_the_newest_session_that_was_not_closed()
    {
        // Several stopped runs may lie there; the last one is meant.
        Write(Open(resume: false), new SessionRecord.Decision("stopped", "by tester"));
        SessionFile newest = Open(resume: false);
        SessionFile closed = Open(resume: false);
        Write(closed, new SessionRecord.SessionClosed("completed"));

        Assert.Equal(newest.Id, Open(resume: true).Id);
    }

    [Fact]
    [Trait("Requirement", "SR-097")]
    public void New_session_beside_one_with_unsettled_shots_is_refused()
    {
        // What may have been injected must be settled before more is.
        SessionFile first = Open(resume: false);
        Write(first, Begun());

        InputException refused = Assert.Throws<InputException>(() => Open(resume: false));

        Assert.Contains(first.Id, refused.Message, StringComparison.Ordinal);
        Assert.Contains("--resume", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "SR-097")]
    public void Resume_of_another_plan_is_not_offered()
    {
        // An unfinished session of another plan is not this one's.
        Write(Open(resume: false), new SessionRecord.Decision("armed", "forehead"));

        Assert.Throws<InputException>(() => SessionFile.Open(Options(resume: true), Shipped.Load("hands"), _journal, _clock));
    }

    [Fact]
    [Trait("Requirement", "SR-094")]
    public void Journal_that_contradicts_itself_is_refused()
    {
        // A shot before any baseline cannot be: somebody changed the file, or a defect wrote it.
        SessionFile first = Open(resume: false);
        Write(first, new SessionRecord.ShotSettled(new Shot(9, 1, ShotAnswer.Delivered, false, new Depth(1400), new Volume(20_000), 1, 1, 0, 0)));

        RecordStoreException refused = Assert.Throws<RecordStoreException>(() => Open(resume: true));

        Assert.Contains("contradicts itself", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "SR-094")]
    public void Journal_with_a_row_that_cannot_be_read_is_refused()
    {
        // Of a later version, or damaged: the row is named.
        SessionFile first = Open(resume: false);
        _journal.Append([new RecordEntry(first.Id, 5, "prophecy", "{}")]);

        InputException refused = Assert.Throws<InputException>(() => Open(resume: true));

        Assert.Contains("Row 2", refused.Message, StringComparison.Ordinal);
    }

    private static SessionRecord[] Begun() =>
    [
        new SessionRecord.Baseline("SN-1", 77, 40, new Volume(800_000), 41),
        new SessionRecord.PermitIntended(new Permit(1, 77, 1, ShotTrigger.Single, new Depth(1400), new Volume(20_000), 44, new Volume(880_000), 250, 250)),
        new SessionRecord.ShotSettled(new Shot(41, 1, ShotAnswer.Delivered, false, new Depth(1400), new Volume(19_900), 1, 77, 0, 5)),
    ];

    private SessionFile Open(bool resume) => SessionFile.Open(Options(resume), _input, _journal, _clock);

    private TreatOptions Options(bool resume) => new()
    {
        Plan = Path.Combine(Shipped.PlansPath, Plan + ".yaml"), Device = "virtual:1", Data = _folder.Path, Zones = Shipped.ZonesPath,
        Profiles = Shipped.ProfilesPath, Resume = resume, Person = "tester",
    };

    private void Write(SessionFile session, params SessionRecord[] records)
    {
        SessionRecordCodec codec = new(_input.Plan);
        _journal.Append([.. records.Select(record => codec.Encode(session.Id, 5, record))]);
    }

    private IReadOnlyList<JournalRow> Rows()
    {
        using JournalReader reader = JournalReader.Open(_folder.Path);
        return reader.Read();
    }
}
