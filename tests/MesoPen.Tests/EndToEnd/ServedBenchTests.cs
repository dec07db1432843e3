using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic.People;
using MesoPen.Simulator;
using MesoPen.Tests.Host.Calibration.Instruments;

namespace MesoPen.Tests.EndToEnd;

/// <summary>The bench of a served station: a simulated gun on a pseudo-terminal, weights typed over the API.</summary>
[SupportedOSPlatform("linux")]
public sealed class ServedBenchTests : IAsyncDisposable
{
    private const double MgPerUl = 1 / 1.0029;

    private static readonly DateOnly s_nextYear = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddYears(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("mesopen-bench-").FullName;
    private RunningProgram? _gun;
    private long _weightNg = 12_000_000_000;
    private bool _after;

    /// <summary>
    /// Aim: everything over the API: plan, begin, typed readings, a proposal that a second person accepts, as left, signature, certificate, the device told,
    /// and every form of the certificate. While the bench works nothing else begins, and an answer that comes twice counts once.
    /// </summary>
    [Fact]
    public async Task A_calibration_by_typed_readings_goes_from_plan_to_certificate()
    {
        string address = Path.Combine(_folder, "gun");
        _gun = RunningProgram.Start("mesopen-sim", "--profile", "gun-5", "--pty", address, "--operator", "off");
        await _gun.LineAsync("ready");
        await using ServedClinic clinic = await ServedClinic.StartAsync(options: usual => usual with { Device = address, Data = _folder });
        HttpClient ada = await clinic.SignerAsync(Role.Engineer, "ada");
        HttpClient ben = await clinic.SignerAsync(Role.Engineer, "ben");
        foreach (MesoPen.Host.Calibration.ReferenceInstrument each in ModelRun.References)
        {
            await ada.JsonAsync(HttpMethod.Post, "/api/v1/references", new
            {
                reference_id = each.ReferenceId, role = each.Role, model = each.Model, serial = each.Serial, certificate = each.Certificate, due_day = s_nextYear,
                resolution = each.Resolution, expanded = each.Expanded, coverage = each.Coverage, drift_per_year = each.DriftPerYear,
            });
        }

        string[] references = ["B-1", "T-1", "P-1", "H-1"];
        JsonNode plan = await ada.JsonAsync(HttpMethod.Post, "/api/v1/calibrations/plan", new { kind = "volume", model = "gun-5", references });
        Assert.Equal(3, plan["points"]!.AsArray().Count);
        Assert.All(plan["plans"]!.AsArray(), each => Assert.InRange((int)each!["shots_per_weighing"]!, 1, 50));

        object asked = new
        {
            kind = "volume", device = address, instrument = "typed", references, customer = "own device", place = "bench", condition = "in use", months_valid = 12, drain_ms = 0,
            blank_ms = 1000, rule = "simple", points = new[] { new { nominal = 50_000, replicates = 3, shots_per_reading = 2 } },
        };
        JsonNode begun = await ada.JsonAsync(HttpMethod.Post, "/api/v1/calibrations", asked);
        string path = "/api/v1/calibrations/" + (string)begun["calibration_id"]!;
        Assert.Equal("409 calibration-running", await ada.KindAsync(HttpMethod.Post, "/api/v1/calibrations", asked));

        Assert.Equal("awaits-acceptance", await FeedAsync(ada, path, 1.042));
        JsonNode proposed = await ada.JsonAsync(HttpMethod.Get, path);
        int ppm = (int)proposed["proposal"]!["scale"]!["plunger_ppm"]!;
        Assert.InRange(ppm, 955_000, 964_000);
        Assert.Equal("403 second-person-needed", await ada.KindAsync(HttpMethod.Post, path + "/accept-adjustment"));
        await ben.JsonAsync(HttpMethod.Post, path + "/accept-adjustment");
        await ada.JsonAsync(HttpMethod.Post, path + "/go");
        Assert.Equal("ended", await FeedAsync(ada, path, 1.042 * ppm / 1e6));

        Assert.Equal("pass", (string)(await ada.JsonAsync(HttpMethod.Get, path + "/result"))["verdict"]!);
        Assert.Equal("409 not-now", await ben.KindAsync(HttpMethod.Post, path + "/issue"));
        await ada.JsonAsync(HttpMethod.Post, path + "/sign");
        Assert.Equal("403 second-person-needed", await ada.KindAsync(HttpMethod.Post, path + "/issue"));
        MesoPen.Host.Calibration.SiteKeyFile.Open(_folder).Dispose();
        string key = Path.Combine(_folder, MesoPen.Host.Calibration.SiteKeyFile.Name);
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        Assert.Equal("409 not-now", await ben.KindAsync(HttpMethod.Post, path + "/issue"));
        File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        JsonNode issued = await ben.JsonAsync(HttpMethod.Post, path + "/issue", null, ("Idempotency-Key", "issue-1"));
        Assert.True((bool)issued["device_told"]!);
        JsonNode again = await ben.JsonAsync(HttpMethod.Post, path + "/issue", null, ("Idempotency-Key", "issue-1"));
        Assert.Equal(issued.ToJsonString(), again.ToJsonString());
        JsonNode done = await ada.JsonAsync(HttpMethod.Get, path);
        Assert.True((bool)done["device_told"]!);
        string certificate = "/api/v1/certificates/" + (string)done["certificate_id"]!;
        Assert.Equal("in-force", (string)(await ada.JsonAsync(HttpMethod.Get, certificate))["standing"]!);
        foreach (string form in new[] { "html", "json", "csv", "dcc", "fhir" })
        {
            Assert.True((await ada.GetStringAsync($"{certificate}/{form}")).Length > 500, form);
        }
    }

    /// <summary>
    /// Aim: figures that no instrument has are refused before anything is planned with them; one that is merely useless may be planned with, and the plan says so.
    /// </summary>
    [Fact]
    public async Task Figures_that_nothing_has_are_not_planned_with()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync(options: usual => usual with { Data = _folder });
        HttpClient ada = await clinic.SignerAsync(Role.Engineer, "ada");
        foreach (long figure in new[] { long.MaxValue, 1_000_000_000_000_001 })
        {
            Assert.Equal("422 invalid", await ada.KindAsync(HttpMethod.Post, "/api/v1/references", Useless(figure)));
        }

        await ada.JsonAsync(HttpMethod.Post, "/api/v1/references", Useless(1_000_000_000_000_000));
        JsonNode plan = await ada.JsonAsync(HttpMethod.Post, "/api/v1/calibrations/plan", new { kind = "volume", model = "gun-5", references = new[] { "U-1" } });
        Assert.All(plan["plans"]!.AsArray(), each => Assert.True((int)each!["expected_permyriad"]! > 1_000_000));
        Assert.Equal("422 invalid", await ada.KindAsync(HttpMethod.Post, "/api/v1/calibrations/plan", new
        {
            kind = "volume", model = "gun-5", references = new[] { "U-1" }, points = new[] { new { nominal = long.MaxValue } },
        }));
    }

    /// <summary>Aim: Stop stops the bench: the device says that it stands, what was measured is void, and the work can go on.</summary>
    [Fact]
    public async Task Stop_stops_the_bench()
    {
        string address = Path.Combine(_folder, "gun");
        _gun = RunningProgram.Start("mesopen-sim", "--profile", "gun-5", "--pty", address, "--operator", "off");
        await _gun.LineAsync("ready");
        await using ServedClinic clinic = await ServedClinic.StartAsync(options: usual => usual with { Device = address, Data = _folder });
        HttpClient ada = await clinic.SignerAsync(Role.Engineer, "ada");
        await clinic.DoAsync((_, _) => MesoPen.Host.Clinic.Decision.Accept(
            "", [.. ModelRun.References.Select(each => new MesoPen.Host.Calibration.ReferenceSaved("ada", each with { DueDay = s_nextYear }))]));
        JsonNode begun = await ada.JsonAsync(HttpMethod.Post, "/api/v1/calibrations", new
        {
            kind = "volume", device = address, instrument = "typed", references = new[] { "B-1", "T-1", "P-1", "H-1" }, customer = "own device", place = "bench", condition = "in use",
            months_valid = 12, points = new[] { new { nominal = 50_000, replicates = 3, shots_per_reading = 2 } },
        });
        int before = (int)(await UntilAsync(ada, view => view["asks"] is not null))["asks"]!["number"]!;
        JsonNode stopped = await ada.JsonAsync(HttpMethod.Post, "/stop", null, ("Accept", "application/json"));
        Assert.True((bool)stopped["stopped"]!);
        Assert.InRange((long)stopped["at_rest_ms"]!, 0, 3000);
        JsonNode view = await UntilAsync(ada, view => !(bool)view["working"]!);
        Assert.Equal("stopped", (string)view["rests"]!);
        await ada.JsonAsync(HttpMethod.Post, $"/api/v1/calibrations/{(string)begun["calibration_id"]!}/go");
        JsonNode asked = await UntilAsync(ada, again => (string?)again["asks"]?["wants"] == "environment");

        // An answer that was on its way to the work before is to none of the questions of this one.
        Assert.True((int)asked["asks"]!["number"]! > before);
        Assert.Equal("409 nothing-asked", await ada.KindAsync(HttpMethod.Post, $"/api/v1/calibrations/{(string)begun["calibration_id"]!}/answer", new
        {
            question = before, water_milli_c = 20_000, air_milli_c = 20_000, pressure_pa = 101_325, humidity_permille = 500,
        }));
    }

    /// <summary>
    /// Aim: the bench knows its balance from the first weight on: when the line comes back with another one at its end, no weight of that one counts, and the
    /// calibration ends with the sentence that says so.
    /// </summary>
    [Fact]
    public async Task Another_balance_on_the_same_line_ends_the_calibration()
    {
        string address = Path.Combine(_folder, "gun");
        _gun = RunningProgram.Start("mesopen-sim", "--profile", "gun-5", "--pty", address, "--operator", "off");
        await _gun.LineAsync("ready");
        using ServedInstrument balance = new(plant => VirtualInstrument.Balance(new BalanceOptions { Serial = "A-1" }, plant));
        await using ServedClinic clinic = await ServedClinic.StartAsync(options: usual => usual with { Device = address, Data = _folder });
        HttpClient ada = await clinic.SignerAsync(Role.Engineer, "ada");
        await clinic.DoAsync((_, _) => MesoPen.Host.Clinic.Decision.Accept(
            "", [.. ModelRun.References.Select(each => new MesoPen.Host.Calibration.ReferenceSaved("ada", each with { DueDay = s_nextYear }))]));
        JsonNode begun = await ada.JsonAsync(HttpMethod.Post, "/api/v1/calibrations", new
        {
            kind = "volume", device = address, instrument = balance.Address + "?protocol=mt-sics", references = new[] { "B-1", "T-1", "P-1", "H-1" }, customer = "own device",
            place = "bench", condition = "in use", months_valid = 12, drain_ms = 0, blank_ms = 1000, points = new[] { new { nominal = 50_000, replicates = 3, shots_per_reading = 2 } },
        });
        JsonNode view = await UntilAsync(ada, each => (string?)each["asks"]?["wants"] == "environment");
        await ada.JsonAsync(HttpMethod.Post, $"/api/v1/calibrations/{(string)begun["calibration_id"]!}/answer", new
        {
            question = (int)view["asks"]!["number"]!, water_milli_c = 20_000, air_milli_c = 20_000, pressure_pa = 101_325, humidity_permille = 500,
        });
        await UntilAsync(ada, each => each["progress"]?["shown"] is not null);
        balance.Replace(plant => VirtualInstrument.Balance(new BalanceOptions { Serial = "B-2" }, plant));
        view = await UntilAsync(ada, each => !(bool)each["working"]!);
        Assert.Equal("aborted", (string)view["rests"]!);
        Assert.Contains("another instrument now (it said B-2)", (string)view["rests_text"]!, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_gun is not null)
        {
            await _gun.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static object Useless(long figure) => new
    {
        reference_id = "U-1", role = "balance", model = "m", serial = "s", certificate = "c", due_day = s_nextYear, resolution = figure, expanded = figure, coverage = 2000, drift_per_year = 0,
    };

    private static async Task<JsonNode> UntilAsync(HttpClient client, Func<JsonNode, bool> holds)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(2), TimeProvider.System);
        while (true)
        {
            JsonNode view = (await client.JsonAsync(HttpMethod.Get, "/api/v1/bench"))!;
            if (holds(view))
            {
                return view;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    /// <summary>Answers what is asked until the bench rests; gives why it does.</summary>
    private async Task<string> FeedAsync(HttpClient client, string path, double scale)
    {
        for (int last = 0; ;)
        {
            JsonNode view = await UntilAsync(client, each => !(bool)each["working"]! || (int?)each["asks"]?["number"] > last);
            if (!(bool)view["working"]!)
            {
                return (string)view["rests"]!;
            }

            last = (int)view["asks"]!["number"]!;
            object answer = (string)view["asks"]!["wants"]! switch
            {
                "environment" => new { question = last, water_milli_c = 20_000, air_milli_c = 20_000, pressure_pa = 101_325, humidity_permille = 500 },
                "weight-ng" => new { question = last, value = Weigh((string)view["progress"]!["doing"]!, scale) },
                _ => new { question = last },
            };
            await client.JsonAsync(HttpMethod.Post, path + "/answer", answer);
            Assert.Equal("409 nothing-asked", await client.KindAsync(HttpMethod.Post, path + "/answer", answer));
        }
    }

    // What a balance would show: the first weight of a pair is that of the vessel, the second has two shots more.
    private long Weigh(string doing, double scale)
    {
        bool shots = doing.Contains("shots", StringComparison.Ordinal);
        _weightNg += _after && shots ? (long)(2 * 50_000 * scale * MgPerUl * 1000) / 10_000 * 10_000 : 0;
        _after = !_after;
        return _weightNg;
    }
}
