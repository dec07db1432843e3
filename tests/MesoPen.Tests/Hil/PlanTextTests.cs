using MesoPen.Host.Input;
using MesoPen.Tests.Protocol;
using MesoPen.Tests.Treatment;

namespace MesoPen.Tests.Hil;

/// <summary>The plan file that a real host is given.</summary>
public sealed class PlanTextTests
{
    public static TheoryData<string> Plans => [.. PlanShelf.Ids];

    [Theory]
    [MemberData(nameof(Plans))]
    public void Plan_that_was_written_again_reads_as_the_same(string id)
    {
        // Aim: the host of a real run has the plan, the limits and the order of zones that virtual runs have.
        Same(PlanShelf.Input(id));
    }

    [Fact]
    public void Cut_plan_with_limits_of_its_own_reads_as_the_same()
    {
        // Aim: what a scenario cut away stays away; limits that the plan states stay, with their sources.
        TreatmentInput cut = PlanShelf.Short("demo-short", zones: 2, points: 3);
        string text = PlanText.Of(cut.File)
            .Replace("\"volume_nl\"", "\"session_max_nl\": 900000, \"source\": \"the \\\"label\\\", µ\", \"volume_nl\"", StringComparison.Ordinal)
            .Replace("\"technique\"", "\"dose_max_nl\": 30000, \"dose_source\": \"own\", \"depth_max_um\": 1200, \"depth_source\": \"also own\", \"technique\"", StringComparison.Ordinal);
        Same(TreatmentInput.Assemble(Read(text), cut.Profile, cut.Zones));
    }

    private static void Same(TreatmentInput input)
    {
        PlanFile again = Read(PlanText.Of(input.File));
        TreatmentInput read = TreatmentInput.Assemble(again, input.Profile, input.Zones);
        Assert.Equal(input.Plan.Zones, read.Plan.Zones);
        Assert.Equal(input.Plan with { Zones = [] }, read.Plan with { Zones = [] });
        Assert.Equal(input.File.Zones.Select(zone => (zone.Technique, zone.SpacingUm)), read.File.Zones.Select(zone => (zone.Technique, zone.SpacingUm)));

        // The version is that of the file, which is another one.
        Assert.Equal(input.Limits.All.Select(limit => limit with { Version = "" }), read.Limits.All.Select(limit => limit with { Version = "" }));
    }

    private static PlanFile Read(string text)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return PlanFile.Load(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
