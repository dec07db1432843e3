using MesoPen.Host.Input;
using MesoPen.Kernel;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>Draws treatments that must come to their end, whatever befalls them on the way.</summary>
internal static class TreatmentDraw
{
    /// <summary>Virtual time at which everything calms down, so that the treatment can end, ms.</summary>
    public const int CalmMs = 20_000;

    private static readonly ShotTrigger[] Triggers = [ShotTrigger.Single, ShotTrigger.Repeat, ShotTrigger.Continuous];

    public static CampaignDraw Of(int seed, SeededChance chance, CampaignPlans plans)
    {
        TreatmentInput input = Cut(plans.All[chance.Between(0, plans.All.Count - 1)], chance);
        bool lost = chance.Between(0, 11) == 0;
        FaultSpec[] faults = lost ? [] : Faults(chance, input);
        int diskMs = Now(chance, 3) ? chance.Between(1, 300) : 0;
        CampaignDraw draw = new("", new VirtualTreatmentOptions
        {
            Input = input,
            Seed = seed,
            Operator = Now(chance, 2) ? OperatorPace.Auto : OperatorPace.Fast,
            Faults = faults,
            Weather = Now(chance, 4) || lost ? LinkWeather.Clear : LinkWeather.Drawn(chance),
            AnswerMs = chance.Between(1, 200),
            DiskLatency = diskMs == 0 ? null : () => TimeSpan.FromMilliseconds(diskMs),
            LinkPatience = TimeSpan.FromSeconds(5),
            Memory = lost ? new RamMemory() : null,
            CalibrationDueDay = Now(chance, 8) ? LastDay : 47_481,
            Start = Now(chance, 8) ? LastDayAt(chance.Between(0, 22)) : null,
        })
        {
            JournalLostAfter = lost ? chance.Between(1, 4) : 0,
            StopsMs = Now(chance, 3) ? [.. Enumerable.Range(0, chance.Between(1, 3)).Select(_ => (long)chance.Between(200, 12_000))] : [],
            KillEveryMs = Now(chance, 2) ? chance.Between(500, 4500) : 0,
            ResetEveryMs = Now(chance, 3) ? chance.Between(1000, 9000) : 0,
            FullDiskEveryMs = Now(chance, 4) ? chance.Between(1000, 9000) : 0,
            NoiseEveryMs = Now(chance, 5) ? chance.Between(500, 5000) : 0,
            NoPermille = Now(chance, 6) ? chance.Between(20, 200) : 0,
            PauseMs = chance.Between(0, 1000),
        };
        return draw with { What = Words(draw, diskMs) };
    }

    /// <summary>Last day of the product of every plan, days since 1970-01-01: 2035-12-31. It may still be used on it.</summary>
    public const uint LastDay = 24_105;

    public static DateTimeOffset LastDayAt(int hour) => DateTimeOffset.UnixEpoch.AddDays(LastDay).AddHours(hour);

    /// <summary>A plan with few zones and few points, some with a needle head that has only so many shots in it.</summary>
    public static TreatmentInput Cut(TreatmentInput whole, SeededChance chance)
    {
        // Half of them in one zone, long enough that a permit is extended in it.
        int zones = Now(chance, 2) ? 1 : chance.Between(1, Math.Min(3, whole.File.Zones.Length));
        int most = zones == 1 ? 9 : 5;
        ShotTrigger? trigger = Now(chance, 3) ? Triggers[chance.Between(0, 2)] : null;
        int slower = Now(chance, 3) ? chance.Between(50, 300) : 0;
        List<PlannedZone> cut = [.. whole.File.Zones.Take(zones).Select(zone => zone with
        {
            Plan = zone.Plan with
            {
                Points = chance.Between(1, most), Trigger = trigger ?? zone.Plan.Trigger, MinIntervalMs = zone.Plan.MinIntervalMs + slower,
            },
        })];
        Limit needle = Now(chance, 4) ? whole.File.NeedleLimit with { Value = chance.Between(2, 5) } : whole.File.NeedleLimit;
        return TreatmentInput.Assemble(whole.File with { Zones = [.. cut], NeedleLimit = needle }, whole.Profile, whole.Zones);
    }

    /// <summary>One time in so many.</summary>
    public static bool Now(SeededChance chance, int oneIn) => chance.Between(1, oneIn) == 1;

    private static FaultSpec[] Faults(SeededChance chance, TreatmentInput input)
    {
        int points = input.Plan.Zones.Sum(zone => zone.Points);
        List<string> faults = [.. Enumerable.Range(0, Math.Max(0, chance.Between(-1, 3))).Select(_ => Fault(chance, points))];
        if (Now(chance, 4))
        {
            // The line falls silent as the last shot of a zone ends, while its permit still lives: whoever allows one more is not told in time.
            faults.Add($"link.silent@shot={input.Plan.Zones[0].Points}.dwell+{chance.Between(0, 60)}ms,for={chance.Between(300, 2000)}ms");
        }

        return [.. faults.Select(FaultSpec.Parse)];
    }

    private static string Fault(SeededChance chance, int points)
    {
        string when = Now(chance, 2) ? $"@t={chance.Between(300, 12_000)}ms" : $"@shot={chance.Between(1, points)}+{chance.Between(1, 250)}ms";
        return chance.Between(0, 12) switch
        {
            0 => $"occlusion{when},for={chance.Between(50, 1500)}ms",
            1 => $"plunger.stall{when},for={chance.Between(50, 1500)}ms",
            2 => $"needle.stuck{when},for={chance.Between(50, 1500)}ms",
            // With the needle well out: a needle that is thrown back onto its switch as it leaves ends the plant's stroke before it began.
            3 => $"needle.lost={chance.Between(20, 150)}@shot={chance.Between(1, points)}+{chance.Between(20, 150)}ms",
            4 => $"trigger.stuck{when},for={chance.Between(200, 4000)}ms",
            5 or 6 => $"contact.lost{when},for={chance.Between(20, 600)}ms",
            7 => $"cartridge.out{when}",
            8 => $"battery.low{when},for={chance.Between(100, 1500)}ms",
            9 => $"temperature={(Now(chance, 2) ? 5500 : -500)}{when},for={chance.Between(100, 1500)}ms",
            10 => $"link.silent{when},for={chance.Between(50, 2500)}ms",
            11 => $"link.cut{when},for={chance.Between(50, 2500)}ms",
            _ => $"reset{when},for={chance.Between(1, 500)}ms",
        };
    }

    private static string Words(CampaignDraw draw, int diskMs)
    {
        VirtualTreatmentOptions options = draw.Options;
        string zones = string.Join(", ", options.Input.Plan.Zones.Select(zone => $"{zone.Zone} {zone.Points} × {zone.Trigger}"));
        List<string> words = [$"{options.Input.Plan.Id} ({zones}), {options.Operator}"];
        words.Add(ReferenceEquals(options.Weather, LinkWeather.Clear) ? "clear" : options.Weather.ToString());
        words.AddRange(options.Faults.Select(fault => fault.Text));
        words.Add($"journal lost after {draw.JournalLostAfter}, stops {string.Join("/", draw.StopsMs)}, kills {draw.KillEveryMs}, resets {draw.ResetEveryMs}, "
            + $"full disks {draw.FullDiskEveryMs}, noise {draw.NoiseEveryMs}, noes {draw.NoPermille}, disk {diskMs} ms, sticks {options.Input.File.NeedleLimit.Value}");
        return string.Join("; ", words);
    }
}
