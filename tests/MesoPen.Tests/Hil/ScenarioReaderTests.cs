using MesoPen.Host.Input;
using MesoPen.Tests.Protocol;

namespace MesoPen.Tests.Hil;

public sealed class ScenarioReaderTests
{
    [Theory]
    [InlineData("stepz: []", 6, "did you mean steps?")]
    [InlineData("rig: {weather: foggy}", 6, "allowed are clear, ordinary, drawn")]
    [InlineData("rig:\n  operators: fast", 7, "did you mean operator?")]
    [InlineData("rig:\n  faults: [occlusoin@shot=2]", 7, "there is no fault 'occlusoin'")]
    [InlineData("rig:\n  faults: [needle.lost=99999999um]", 7, "needle.lost")]
    [InlineData("levels: [bench]", 6, "allowed are virtual, pty")]
    [InlineData("steps:\n  - do: dance", 7, "write one of: stop; pause;")]
    [InlineData("steps:\n  - when: shot 3 explodes\n    do: stop", 7, "write one of: shot N (begins")]
    [InlineData("steps:\n  - when: the session is Pausd\n    do: stop", 7, "did you mean Paused?")]
    [InlineData("steps:\n  - when: the device hears permit_grand\n    do: stop", 7, "did you mean permit_grant?")]
    [InlineData("steps:\n  - at: soon\n    do: stop", 7, "write a span as 250ms, 5s or 2min")]
    [InlineData("steps:\n  - at: 1s", 7, "one of do and expect")]
    [InlineData("steps:\n  - do: fault counters.high", 7, "must be among the faults of the rig")]
    [InlineData("steps:\n  - do: end fault gremlin", 7, "There is no fault gremlin")]
    [InlineData("expect:\n  - record: shotz\n    equals: 2", 7, "allowed are shots")]
    [InlineData("expect:\n  - record: shots", 7, "needs equals, at_least or at_most")]
    [InlineData("expect:\n  - record: shots\n    equals: 2\n    unit: nl", 9, "The unit of this figure is shots, not nl")]
    [InlineData("expect:\n  - runs: [finished]", 7, "allowed are completed")]
    [InlineData("expect:\n  - {}", 7, "An expectation has one of")]
    [InlineData("always: [1, 2, 3]", 6, "excuse those that are left out")]
    [InlineData("always: [9]", 6, "is no invariant: they are 1 to 7")]
    [InlineData("excuse:\n  - invariant: 2", 7, "lacks because")]
    [InlineData("rig: {plant: {fluid.viscosity: 1}}", 0, "has no constant fluid.viscosity")]
    [InlineData("expect: []", 0, "expects nothing")]
    [InlineData("expect:\n  - {record: shots, zone: scalp, equals: 1}", 7, "The plan has no zone scalp")]
    [InlineData("expect:\n  - {record: rows.shots, equals: 1}", 7, "is no kind of row")]
    [InlineData("rig: {faults: [occlusion,for=2s]}", 6, "put quotes around a fault that holds a comma")]
    [InlineData("rig: {caps: journal_capacity=2}", 0, "The firmware refuses to be the device")]
    [InlineData("rig: {caps: depth_max=1}", 6, "there is no cap 'depth_max'")]
    public void Wrong_file_is_refused_with_file_line_and_what_is_allowed(string more, int line, string sentence)
    {
        // Aim: nothing in a scenario is guessed or left out silently: unknown keys, words, sentences, faults, units.
        using ScenarioText text = new(more);

        InputException wrong = Assert.Throws<InputException>(text.Read);

        Assert.True(line == 0 || (wrong.Line == line && wrong.File == text.PathOf), wrong.Message);
        Assert.Contains(sentence, wrong.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("steps:\n  - when: the device hears permit_grant\n    do: stop", "virtual time alone")]
    [InlineData("steps:\n  - at: 1s\n    do: pull the cartridge", "virtual time alone")]
    [InlineData("rig: {weather: ordinary}", "virtual time alone")]
    [InlineData("rig: {faults: [disk.full@t=1s]}", "disk.full")]
    [InlineData("expect: [{state: Ready}]", "virtual time alone")]
    public void What_real_processes_cannot_do_is_refused_at_that_level_and_not_left_out(string more, string sentence)
    {
        // Aim: a scenario that says pty runs all of itself there, or is not read.
        using ScenarioText text = new("levels: [virtual, pty]\n" + more);

        Assert.Contains(sentence, Assert.Throws<InputException>(text.Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_scenarios_of_one_id_are_refused()
    {
        // Aim: a report's row is one scenario's.
        using ScenarioText text = new("");
        File.Copy(text.PathOf, Path.Combine(text.Folder, "other.yaml"));

        Assert.Contains("is that of", Assert.Throws<InputException>(() => ScenarioFolder.Read([text.Folder], HardwareFolder.BesideProgram)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_for_editors_is_that_of_the_reader()
    {
        // Aim: the committed schema names the keys and forms that the reader takes; write it anew with mesopen-hil schema.
        Assert.Equal(ScenarioSchema.Text(), RepositoryFile.ReadAllText("tests/scenarios/scenario.schema.json"));
    }

    [Fact]
    public void Every_form_of_words_is_read_from_its_own_example()
    {
        // Aim: the page's examples are true.
        Assert.All(ConditionForms.All, form => Assert.Equal(form.Kind, ConditionForms.Parse(form.Example, "x", 1).Kind));
        Assert.All(ActionForms.All, form => Assert.Equal(form.Kind, ActionForms.Parse(form.Example, "x", 1).Kind));
        Assert.Equal(Enum.GetValues<ConditionKind>().Length, ConditionForms.All.Count);
        Assert.Equal(Enum.GetValues<ActionKind>().Length, ActionForms.All.Count);
    }

    [Fact]
    public void Page_of_scenarios_lists_the_keys_and_forms_of_the_reader()
    {
        // Aim: docs/scenarios.md cannot drift; draw its tables anew with MESOPEN_WRITE_SCENARIOS=1.
        string path = RepositoryFile.PathOf("docs/scenarios.md");
        string page = File.ReadAllText(path);
        const string begin = "<!-- tables: begin -->\n", end = "<!-- tables: end -->";
        int from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        int to = page.IndexOf(end, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("MESOPEN_WRITE_SCENARIOS") == "1")
        {
            File.WriteAllText(path, page[..from] + ScenarioPage.Tables() + page[to..]);
            return;
        }

        Assert.Equal(ScenarioPage.Tables(), page[from..to]);
    }
}
