using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Input;
using MesoPen.Kernel;

namespace MesoPen.Host.Cli;

/// <summary>A plan report for people and as JSON.</summary>
internal static class PlanReportText
{
    /// <summary>For people.</summary>
    public static void Write(PlanReport report, TextWriter output)
    {
        TreatmentInput input = report.Input;
        output.WriteLine($"{input.Plan.Title} ({input.File.File.Path})");
        output.WriteLine($"for {input.Profile.Title}, profile {input.Profile.Id} version {input.Profile.Version}");
        output.WriteLine($"within the zones of {input.Zones.File.Path}, version {input.Zones.Version}");
        output.WriteLine();
        WriteZones(input, output);
        output.WriteLine();
        WriteSums(report, output);
        output.WriteLine();
        output.WriteLine("Limits and where they come from:");
        foreach (IGrouping<string, string?> group in report.Limits.GroupBy(item => $"{item.Limit.Subject}: {item.Limit.Allowance}", item => item.Zone))
        {
            string where = group.First() is null ? string.Empty
                : group.Count() == input.Plan.Zones.Length ? ", for every zone"
                : ", for " + string.Join(", ", group);
            output.WriteLine($"- {group.Key}{where}");
        }

        WriteList("To know:", report.Notes, output);
        string[] objections = [.. report.Objections];
        WriteList("Refused:", objections, output);
        output.WriteLine();
        output.WriteLine(objections.Length == 0 ? "The plan is within every limit." : "The plan is not within the limits: nothing would be armed.");
    }

    /// <summary>As one JSON object.</summary>
    public static JsonObject Json(PlanReport report)
    {
        TreatmentInput input = report.Input;
        string[] objections = [.. report.Objections];
        return new JsonObject
        {
            ["type"] = "plan-check",
            ["outcome"] = objections.Length == 0 ? "allowed" : "refused",
            ["plan"] = input.Plan.Id,
            ["plan_sha256"] = input.File.File.Sha256,
            ["profile"] = input.Profile.Id,
            ["profile_sha256"] = input.Profile.File.Sha256,
            ["zones_version"] = input.Zones.Version,
            ["zones_sha256"] = input.Zones.File.Sha256,
            ["shots"] = report.Shots,
            ["volume_nl"] = report.Volume.Nl,
            ["prime_nl"] = input.Plan.Prime.Nl,
            ["loaded_nl"] = input.Plan.Product.Loaded.Nl,
            ["left_over_nl"] = report.LeftOver.Nl,
            ["cartridges"] = report.Cartridges,
            ["needle_heads"] = report.NeedleHeads,
            ["machine_ms"] = report.MachineMs,
            ["hand_ms"] = report.HandMs,
            ["zones"] = new JsonArray([.. input.File.Zones.Select(ZoneJson)]),
            ["limits"] = new JsonArray([.. report.Limits.Select(item => LimitJson(item.Zone, item.Limit))]),
            ["notes"] = new JsonArray([.. report.Notes.Select(note => JsonValue.Create(note))]),
            ["refusals"] = new JsonArray([.. report.Refusals.Select(RefusalJson)]),
            ["sentences"] = new JsonArray([.. objections.Select(sentence => JsonValue.Create(sentence))]),
        };
    }

    private static void WriteZones(TreatmentInput input, TextWriter output)
    {
        TextTable table = new("Zone", "Points", "Dose", "Needle", "Depth", "Allowed", "Trigger", "Total", "Allowed");
        foreach (ZonePlan zone in input.Plan.Zones)
        {
            table.Add(
                zone.Zone, Shown(zone.Points), zone.Dose.ToString(), $"{zone.NeedleLength} at {zone.AngleDeg}°",
                zone.TissueDepth.ToString(), Allowed(input, LimitKind.TissueDepthMax, zone),
                TriggerWords.Of(zone.Trigger), zone.Total.InMillilitres, Allowed(input, LimitKind.ZoneVolumeMax, zone));
        }

        table.Write(output);
    }

    private static void WriteSums(PlanReport report, TextWriter output)
    {
        TreatmentPlan plan = report.Input.Plan;
        output.WriteLine(
            $"{Shown(report.Shots)} shots, {report.Volume.InMillilitres}, and {plan.Prime} of priming. "
            + $"{plan.Product.Loaded} loaded, {Left(report.LeftOver)}.");
        output.WriteLine($"{plan.Product.Name}, lot {plan.Product.Lot}. {Counted(report.Cartridges, "cartridge")}, {Counted(report.NeedleHeads, "needle head")}.");
        output.WriteLine(
            $"About {Minutes(report.MachineMs + report.HandMs)}: the machine needs {Minutes(report.MachineMs)}, "
            + "and the hand is taken to need a second to the next point.");
    }

    private static void WriteList(string heading, IReadOnlyCollection<string> lines, TextWriter output)
    {
        if (lines.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(heading);
        foreach (string line in lines)
        {
            output.WriteLine($"- {line}");
        }
    }

    private static string Allowed(TreatmentInput input, LimitKind kind, ZonePlan zone) =>
        input.Limits.Effective(kind, zone.Zone) is { } limit ? limit.Show(limit.Value) : "-";

    private static string Left(Volume volume) => volume.Nl < 0 ? $"{new Volume(-volume.Nl)} too little" : $"{volume} left over";

    private static string Minutes(long ms) => ms < 60_000
        ? Counted((ms + 999) / 1000, "second")
        : Counted((ms + 59_999) / 60_000, "minute");

    private static string Counted(long count, string what) => Shown(count) + " " + what + (count == 1 ? string.Empty : "s");

    private static string Shown(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static JsonObject ZoneJson(PlannedZone zone) => new()
    {
        ["zone"] = zone.Plan.Zone,
        ["tag"] = zone.Plan.Tag,
        ["technique"] = zone.Technique,
        ["trigger"] = TriggerWords.Of(zone.Plan.Trigger),
        ["points"] = zone.Plan.Points,
        ["dose_nl"] = zone.Plan.Dose.Nl,
        ["needle_length_um"] = zone.Plan.NeedleLength.Um,
        ["angle_deg"] = zone.Plan.AngleDeg,
        ["depth_um"] = zone.Plan.TissueDepth.Um,
        ["spacing_um"] = zone.SpacingUm,
        ["min_interval_ms"] = zone.Plan.MinIntervalMs,
        ["total_nl"] = zone.Plan.Total.Nl,
    };

    private static JsonObject LimitJson(string? zone, Limit limit) => new()
    {
        ["kind"] = Snake(limit.Kind.ToString()),
        ["zone"] = zone,
        ["value"] = limit.Value,
        ["source"] = Snake(limit.Source.ToString()),
        ["reference"] = limit.Reference,
        ["version"] = limit.Version,
        ["text"] = $"{limit.Subject}: {limit.Allowance}",
    };

    private static JsonObject RefusalJson(Refusal refusal)
    {
        JsonObject line = LimitJson(refusal.Zone, refusal.Limit);
        line["asked"] = refusal.Asked;
        line["sentence"] = refusal.Sentence;
        return line;
    }

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
