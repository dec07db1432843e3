using System.Text.Json;
using System.Text.RegularExpressions;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Outcomes;
using MesoPen.Host.Exchange.Deidentified;
using MesoPen.Tests.Walls;

namespace MesoPen.Tests;

public sealed partial class DeidentifiedTests
{
    private static readonly byte[] Key = new byte[32];

    private readonly OutcomeScene _scene = new();

    // Aim: with a canary in every text of every event that the program knows, an export holds none but those of the two ids that the allow-list
    // lets out, and no day or year of the calendar. An event that is added tomorrow is tried here by itself.
    [Fact]
    public void No_text_of_any_event_leaves_but_what_the_allow_list_names()
    {
        (ClinicState state, IReadOnlyList<string> unapplied) = CanaryEvents.Folded();
        Assert.Empty(unapplied);
        IReadOnlyList<TreatedSession> sessions = Sessions(state);
        DeidentifiedExport export = DeidentifiedExport.Of(state, sessions, Key, new DateOnly(CanaryEvents.Year, 12, 31));

        Assert.All(export.Tables, table => Assert.NotEmpty(table.Rows));
        string text = JsonSerializer.Serialize(export, ClinicJson.Options);
        Assert.Equal(["CanaryProductId", "CanarySessionOpenedIntentDeviceFamily"], Canary().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(CanaryEvents.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
        Assert.DoesNotContain("1931", text, StringComparison.Ordinal);
        Assert.Contains("90+", text, StringComparison.Ordinal);
    }

    // Aim: one patient is the same in all tables of an export and another in the next export, under another key.
    [Fact]
    public void A_patient_is_the_same_within_an_export_and_not_beyond()
    {
        _scene.Do(OutcomeRules.Measure(_scene.State, _scene.Find, "P-1", OutcomeScene.Hydration, OutcomeScene.Clinician));
        DeidentifiedExport one = Export(Key);
        DeidentifiedExport other = Export([.. Enumerable.Repeat((byte)1, 32)]);

        Assert.Contains(Table(one, "outcomes").Rows[0][0], Table(one, "patients").Rows.Select(row => row[0]));
        Assert.Empty(Table(one, "patients").Rows.Select(row => row[0]).Intersect(Table(other, "patients").Rows.Select(row => row[0])));
        Assert.DoesNotContain("P-1", JsonSerializer.Serialize(one, ClinicJson.Options), StringComparison.Ordinal);
    }

    // Aim: days count from the patient's first session, before it too; ages above 89 are one group.
    [Fact]
    public void Days_count_from_the_first_session_and_old_ages_are_one_group()
    {
        _scene.Do(OutcomeRules.Measure(
            _scene.State, _scene.Find, "P-1", OutcomeScene.Hydration with { Day = OutcomeScene.SessionDay.AddDays(-3), SessionId = null }, OutcomeScene.Clinician));
        _scene.Sessions.Add(OutcomeScene.Session with { Id = "S-3", Day = OutcomeScene.SessionDay.AddDays(28) });
        DeidentifiedExport export = Export(Key);

        Assert.Equal(["-3"], Table(export, "outcomes").Rows.Select(row => row[2]));
        Assert.Equal(["0", "0", "0", "0", "28", "28"], Table(export, "zones").Rows.Select(row => row[2]).Order(StringComparer.Ordinal));
        Veil veil = new(Key, _scene.Sessions);
        Assert.Equal(
            ["89", "90+", "90+"],
            new[] { 1942, 1941, 1920 }.Select(year => veil.Age(_scene.State.Patients.All["P-1"] with { BirthYear = year })));
    }

    // Aim: patients who were never treated have no day to count from and stay out; withdrawn outcomes too; the smallest group is told.
    [Fact]
    public void Who_was_never_treated_stays_out()
    {
        string id = _scene.Do(OutcomeRules.Measure(_scene.State, _scene.Find, "P-1", OutcomeScene.Hydration, OutcomeScene.Clinician));
        _scene.Do(OutcomeRules.Withdraw(_scene.State, id, new("wrong"), OutcomeScene.Clinician));
        _scene.Sessions.RemoveAt(1);
        DeidentifiedExport export = Export(Key);

        Assert.Single(Table(export, "patients").Rows);
        Assert.Empty(Table(export, "outcomes").Rows);
        Assert.Equal(1, export.SmallestGroup);
    }

    // Aim: the zones that may be named are those of the shipped catalogue.
    [Fact]
    public void Known_zones_are_those_of_the_catalogue() => Assert.Equal(
        Repository.Lines("hardware/zones.yaml").Where(line => line.StartsWith("  - zone: ", StringComparison.Ordinal)).Select(line => line[10..].Trim()).Order(StringComparer.Ordinal),
        KnownZones.All.Order(StringComparer.Ordinal));

    // Aim: docs/exchange.md names every field that leaves, and no other.
    [Fact]
    public void The_page_names_every_field()
    {
        string page = Repository.Read("docs/exchange.md");
        Assert.All(
            Export(Key).Tables.SelectMany(table => table.Columns.Zip(table.From)),
            field => Assert.Contains($"| `{field.First}` | {field.Second} |", page, StringComparison.Ordinal));
    }

    private static DeidentifiedTable Table(DeidentifiedExport export, string name) => export.Tables.Single(table => table.Name == name);

    private DeidentifiedExport Export(byte[] key) => DeidentifiedExport.Of(_scene.State, _scene.Sessions, key, new DateOnly(2031, 9, 1));

    private static IReadOnlyList<TreatedSession> Sessions(ClinicState state) => TreatedSessions.Of(state);

    [GeneratedRegex("Canary[A-Za-z]+")]
    private static partial Regex Canary();
}
