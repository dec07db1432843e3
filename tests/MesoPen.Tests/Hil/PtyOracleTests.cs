using System.Globalization;
using MesoPen.Host.Records;

namespace MesoPen.Tests.Hil;

/// <summary>The oracle of the level pty on truths that were made up, each with one thing wrong.</summary>
public sealed class PtyOracleTests
{
    // The pen's lease is 250 ms, its needle is home 160 ms after it was called back, its plunger still after 20.
    private const string Sound = """
        boot 0 0 0
        needle_out 1000 1 990
        plunger_moves 1030 1 1020
        plunger_still 1230 1 1220
        needle_home 1330 1 1320
        stroke 1 1 1400 20000 995 1330
        """;

    private static readonly string[] Rows =
    [
        """baseline {"shot_counter":0,"journal_first":1,"boot_id":7}""",
        """permit {"permit_id":1,"boot_id":7,"zone":1,"dose_nl":20000,"shot_limit":2,"volume_limit_nl":60000}""",
        """shot {"shot":1,"zone":1,"outcome":"delivered","partial":false,"depth_um":1400,"volume_nl":20000,"ended_by":0}""",
        """window-closed {}""",
    ];

    [Fact]
    public void Sound_truth_passes()
    {
        // Aim: the cases below differ from this one by what they name alone.
        Judge(Sound, Rows);
    }

    [Theory]
    [InlineData("stroke 1 1 1400", "stroke 1 1 1900", 1, "1900 µm out")]
    [InlineData("stroke 1 1 1400", "stroke 1 9 1400", 1, "the plan does not have")]
    [InlineData("stroke 1 1 1400 20000", "stroke 1 1 1400 20600", 2, "gave 20600 nL")]
    [InlineData("needle_out 1000 1 990", "needle_out 100 1 90", 3, "no permit that was sent before")]
    [InlineData("plunger_still 1230 1 1220", "plunger_still 1230 1 950", 4, "the plunger moves until 1230 ms, 280 ms after")]
    [InlineData("plunger_moves 1030 1 1020", "plunger_moves 1030 1 700", 4, "begins to move")]
    [InlineData("needle_home 1330 1 1320", "needle_home 1330 1 890", 4, "the needle is out until 1330 ms, 440 ms after")]
    [InlineData("needle_home 1330 1 1320", "power_lost 1330 1 1320", 4, null)]
    [InlineData("plunger_still 1230 1 1220", "stop_received 1200 1 1200\nplunger_still 1230 1 1220", 5, "the plunger moves 30 ms after the stop")]
    [InlineData("plunger_still 1230 1 1220", "stop_received 1100 1 1100\nplunger_still 1110 1 1220", 5, "the needle is out until 230 ms after the stop")]
    [InlineData("boot 0 0 0", "boot 0 0 0\nstop_received 900 0 900", 5, "shot 1 begins 100 ms after the stop")]
    public void Truth_with_one_thing_wrong_breaks_its_invariant(string sound, string wrong, int invariant, string? sentence)
    {
        // Aim: each rule of the oracle is seen to fail; a needle that had no power to come home is not held against the device.
        string truth = Sound.Replace(sound, wrong.Replace("\\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEqual(Sound, truth);
        if (sentence is null)
        {
            Judge(truth, Rows);
            return;
        }

        BrokenInvariantException broken = Assert.Throws<BrokenInvariantException>(() => Judge(truth, Rows));
        Assert.Equal(invariant, broken.Invariant);
        Assert.Contains(sentence, broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Needle_that_stays_out_at_the_end_breaks_invariant_4()
    {
        // Aim: what never comes to rest has no instant that could be late.
        string truth = Sound[..Sound.IndexOf("needle_home", StringComparison.Ordinal)];
        Assert.Equal(4, Assert.Throws<BrokenInvariantException>(() => Judge(truth, Rows)).Invariant);
    }

    [Fact]
    public void Shot_after_a_stop_that_was_cleared_passes()
    {
        // Aim: after a release shots are wanted again.
        Judge(Sound.Replace("boot 0 0 0", "boot 0 0 0\nstop_received 900 0 900", StringComparison.Ordinal), Rows, clearAtMs: 950);
    }

    [Theory]
    [InlineData("\"volume_nl\":20000,\"ended_by\"", "\"volume_nl\":21000,\"ended_by\"", "Shot 1: 21000 nL on the disk, 20000 nL in truth")]
    [InlineData("\"depth_um\":1400", "\"depth_um\":1300", "Shot 1: on the disk")]
    [InlineData("shot {\"shot\":1,", "shot {\"shot\":2,", null)]
    public void Record_that_differs_from_the_truth_is_told(string sound, string wrong, string? sentence)
    {
        // Aim: shot by shot, once everything is settled; rows that contradict each other break invariant 6.
        string[] rows = [.. Rows.Select(row => row.Replace(sound, wrong, StringComparison.Ordinal))];
        Assert.NotEqual(Rows, rows);
        if (sentence is null)
        {
            Assert.Equal(6, Assert.Throws<BrokenInvariantException>(() => Judge(Sound, rows)).Invariant);
            return;
        }

        StepFailedException failed = Assert.Throws<StepFailedException>(() => Judge(Sound, rows));
        Assert.Equal("comparison", failed.Kind);
        Assert.Contains(sentence, failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 4900, true)]
    [InlineData(0, 4900, false)]
    [InlineData(10, 5650, false)]
    public void Drop_of_blocked_shots_follows_the_last_of_them(int endedBy, long dropNl, bool agrees)
    {
        // Aim: shots cut short one after another are held together against what left the tips; a whole one is held alone.
        string truth = Sound + $"\nstroke 2 1 1400 0 2000 2200\ndrip 2 {dropNl}";
        string[] rows = [.. Rows];
        rows[2] = rows[2].Replace("\"ended_by\":0", $"\"ended_by\":{endedBy}", StringComparison.Ordinal).Replace("20000", "24700", StringComparison.Ordinal);
        rows[3] = """shot {"shot":2,"zone":1,"outcome":"delivered","partial":true,"depth_um":1400,"volume_nl":200,"ended_by":10}""";
        if (agrees)
        {
            Judge(truth, [.. rows, "window-closed {}"]);
            return;
        }

        Assert.Equal("comparison", Assert.Throws<StepFailedException>(() => Judge(truth, [.. rows, "window-closed {}"])).Kind);
    }

    [Fact]
    public void Shot_that_the_disk_knows_nothing_of_breaks_invariant_6()
    {
        // Aim: more left the tips than the disk accounts for, settled or not.
        Assert.Equal(6, Assert.Throws<BrokenInvariantException>(() => Judge(Sound, Rows[..1], granted: false)).Invariant);
    }

    private static void Judge(string truth, string[] rows, long? clearAtMs = null, bool granted = true)
    {
        TruthLog log = new();
        foreach (string line in truth.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            log.Take(Json(line.Split(' ')));
        }

        SentFrames sent = PtyFrames.Sent(granted: granted ? 500_000 : null, clearAtMs * 1000);
        RecordEntry[] entries = [.. rows.Select(row => new RecordEntry("s", 0, row[..row.IndexOf(' ', StringComparison.Ordinal)], row[(row.IndexOf(' ', StringComparison.Ordinal) + 1)..]))];
        PtyOracle.Judge(PtyScenario.Read(granted ? "" : "excuse: [{invariant: 3, because: no permit was sent}]"), log, sent, entries, endUs: 5_000_000);
    }

    private static string Json(string[] parts)
    {
        long Number(int at) => long.Parse(parts[at], CultureInfo.InvariantCulture);
        return parts[0] == "drip" ? $$"""{"drip_nl":{{Number(2)}},"after_shot":{{Number(1)}},"t_ms":9999}"""
            : parts[0] == "stroke"
            ? $$"""{"shot":{{Number(1)}},"depth_um":{{Number(3)}},"volume_nl":{{Number(4)}},"t_ms":{{Number(6)}},"zone":{{Number(2)}},"stroke":1,"begin_ms":{{Number(5)}}}"""
            : $$"""{"event":"{{parts[0]}}","t_ms":{{Number(1)}},"mono_us":{{Number(1) * 1000}},"shot":{{Number(2)}},"last_frame_ms":{{Number(3)}}}""";
    }
}
