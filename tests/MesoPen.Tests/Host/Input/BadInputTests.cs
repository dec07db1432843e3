using MesoPen.Host.Input;

namespace MesoPen.Tests.Host.Input;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("plan: 1", "plan: 2", "plan.yaml:1: This file has plan schema 2, and this program knows up to 1: use a newer program.")]
    [InlineData("plan: 1", "plan: 0", "plan.yaml:1: plan of the plan is \"0\": write a whole number of at least 1.")]
    [InlineData("plan: 1", "profile_: 1", "plan.yaml:1: Unknown key \"profile_\" in the plan: did you mean profile?")]
    [InlineData("zone: cheek.left", "zone: cheek.lefd", "plan.yaml:15: Zone cheek.lefd is not in zones.yaml: did you mean cheek.left?")]
    [InlineData("trigger: single", "trigger: continuous", "plan.yaml:15: Zone cheek.left wants the trigger mode continuous, and pen has single, repeat: choose one of these.")]
    [InlineData("trigger: single", "trigger: burst", "plan.yaml:17: trigger of zone 1 is \"burst\": allowed are single, repeat, continuous.")]
    [InlineData("points: 10", "points: ten", "plan.yaml:18: points of zone 1 is \"ten\": write a whole number from 1 to 10000.")]
    [InlineData("angle_deg: 45", "angle_deg: 91", "plan.yaml:21: angle_deg of zone 1 is \"91\": write a whole number from 1 to 90 (whole degrees).")]
    [InlineData("    min_interval_ms: 250", "", "plan.yaml:15: Zone 1 lacks min_interval_ms: add it (a whole number from 1 to 65535 (milliseconds)).")]
    [InlineData("profile: pen", "profile: gun", "gun.yaml: There is no such file: check its name.")]
    [InlineData("  volume_nl: 1000000", "  volume_nl: 1000000\n  session_max_nl: 500000", "plan.yaml:10: session_max_nl of product has no source: say in source where it comes from.")]
    [InlineData("needle:\n  sticks_max: 60\n  reason: one head", "needle:\n  sticks_max: 60", "plan.yaml:12: Needle lacks reason: add it (a text).")]
    [Trait("Requirement", "SR-160")]
    [Trait("Requirement", "SR-165")]
    public void Plan_changed_in_one_place_is_refused_with_file_and_line(string original, string change, string sentence)
    {
        // Aim: each sentence a person may meet when a plan is wrong, with file and line.
        using InputFolder folder = new(plan: Changed(InputFolder.Plan, original, change));
        Assert.Equal(sentence, folder.Refusal());
    }

    [Fact]
    [Trait("Requirement", "SR-165")]
    public void Plan_with_a_zone_twice_is_refused()
    {
        // Aim: two entries of one zone would each get the whole limit in the reader's mind.
        string zone = InputFolder.Plan[InputFolder.Plan.IndexOf("  - zone", StringComparison.Ordinal)..];
        using InputFolder folder = new(plan: InputFolder.Plan + "\n" + zone);
        Assert.Equal("plan.yaml:24: Zone cheek.left stands in the plan twice: put its points together.", folder.Refusal());
    }

    [Fact]
    [Trait("Requirement", "SR-024")]
    public void Plan_for_a_zone_without_a_sourced_depth_needs_its_own_with_a_source()
    {
        // Aim: no number without a source: the catalogue has none for the hand, so the plan states one, and says from where.
        string plan = InputFolder.Plan.Replace("cheek.left", "hand.left", StringComparison.Ordinal);
        using (InputFolder folder = new(plan))
        {
            Assert.Equal("plan.yaml:15: Zone hand.left has no sourced limit in zones.yaml: state depth_max_um and depth_source in the plan.", folder.Refusal());
        }

        using (InputFolder folder = new(plan + "\n    depth_max_um: 1000"))
        {
            Assert.Equal("plan.yaml:24: depth_max_um of hand.left has no source: say in depth_source where it comes from.", folder.Refusal());
        }

        using (InputFolder folder = new(plan + "\n    depth_max_um: 1000\n    depth_source: a measurement"))
        {
            Assert.Empty(folder.Load().Plan.Check(folder.Load().Limits));
        }
    }

    [Theory]
    [InlineData("profile: 1", "profile: 9", "pen.yaml:1: This file has profile schema 9, and this program knows up to 1: use a newer program.")]
    [InlineData("id: pen", "id: pencil", "pen.yaml:2: The profile's id is pencil, but its file is named pen.yaml: make them the same.")]
    [InlineData("depth_max_um: 4000", "depth_max_um: 400", "pen.yaml:10: depth_max_um of caps is \"400\": write a whole number from 500 to 50000 (micrometres).")]
    [InlineData("lease_max_ms: 250", "lease_max_ms: 251", "pen.yaml:15: lease_max_ms of caps is \"251\": write a whole number from 1 to 250 (milliseconds).")]
    [InlineData("dose_step_nl: 500", "dose_step_nl: 0", "pen.yaml:13: dose_step_nl of caps is \"0\": write a whole number from 1 to 10000000 (nanolitres: 1 µL = 1000).")]
    [InlineData("[single, repeat]", "[single, single]", "pen.yaml:20: single stands twice in trigger_modes of caps: keep one.")]
    [InlineData("[single, repeat]", "[]", "pen.yaml:20: trigger_modes of caps must be a list with at least one item.")]
    [InlineData("caps:", "cap:", "pen.yaml:8: Unknown key \"cap\" in the profile: did you mean caps?")]
    [InlineData("kind: pen", "kind: sword", "pen.yaml:5: kind of the profile is \"sword\": allowed are pen, gun.")]
    [Trait("Requirement", "SR-160")]
    public void Profile_changed_in_one_place_is_refused_with_file_and_line(string original, string change, string sentence)
    {
        // Aim: as above, for the device profile.
        using InputFolder folder = new(profile: Changed(InputFolder.Profile, original, change));
        Assert.Equal(sentence, folder.Refusal());
    }

    [Theory]
    [InlineData("zones: 1", "zones: 2", "zones.yaml:1: This file has zones schema 2, and this program knows up to 1: use a newer program.")]
    [InlineData("depth_max_um: {value: 1000, source: study-a, note: women}", "depth_max_um: {value: 1001, source: study-a}", "zones.yaml:12: depth_max_um of cheek.left is 1001, but study-a says 1000: take the stricter one.")]
    [InlineData("depth_min_um: {value: 200,", "depth_min_um: {value: 1200,", "zones.yaml:11: depth_min_um of cheek.left is above its depth_max_um: no depth would be allowed.")]
    [InlineData("depth_min_um: {value: 200, source: study-a}", "depth_min_um: {value: 200, source: study-c}", "zones.yaml:11: Source \"study-c\" is not in the list of sources: add it there.")]
    [InlineData("depth_min_um: {value: 200, source: study-a}", "depth_min_um: {value: 200}", "zones.yaml:11: Depth_min_um of cheek.left lacks source: add it (a text).")]
    [InlineData("depth_min_um: {value: 200, source: study-a}", "depth_min_um: 200", "zones.yaml:11: depth_min_um of zone 1 must be a mapping with value, source, note.")]
    [InlineData("zone: hand.left", "zone: cheek.left", "zones.yaml:19: Zone cheek.left stands in the catalogue twice: keep one.")]
    [InlineData("source: study-b, title", "source: study-a, title", "zones.yaml:6: Source study-a stands here twice: keep one.")]
    [Trait("Requirement", "SR-024")]
    [Trait("Requirement", "SR-160")]
    public void Catalogue_changed_in_one_place_is_refused_with_file_and_line(string original, string change, string sentence)
    {
        // Aim: as above, for the catalogue; a limit laxer than one of its own studies cannot be loaded.
        using InputFolder folder = new(zones: Changed(InputFolder.Zones, original, change));
        Assert.Equal(sentence, folder.Refusal());
    }

    [Theory]
    [InlineData("plan.yaml")]
    [InlineData("pen.yaml")]
    [InlineData("zones.yaml")]
    [Trait("Requirement", "SR-161")]
    public void File_cut_off_at_any_length_is_refused_or_complete(string name)
    {
        // Aim: truncated files are bad input; a file whose last lines are optional may be complete without them, and then it says what it says.
        using InputFolder folder = new();
        string path = Path.Combine(folder.Folder, name);
        byte[] whole = File.ReadAllBytes(path);
        int refused = 0;
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            try
            {
                folder.Load();
            }
            catch (InputException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, whole.Length / 2, whole.Length);
    }

    private static string Changed(string text, string original, string change)
    {
        Assert.Contains(original, text, StringComparison.Ordinal);
        int at = text.IndexOf(original, StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, at), change, text.AsSpan(at + original.Length));
    }
}
