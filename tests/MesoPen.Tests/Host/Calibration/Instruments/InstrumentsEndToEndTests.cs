using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;
using MesoPen.Host.Cli;
using MesoPen.Protocol;
using MesoPen.Tests.Simulator;

namespace MesoPen.Tests.Host.Calibration.Instruments;

/// <summary>The simulator as users have it, with a balance or a gauge at a terminal of its own, and the product's driver at the other end.</summary>
public sealed class InstrumentsEndToEndTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesopen-balance-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Calibration_move_is_weighed_over_real_terminals()
    {
        // Aim: a gun that delivers 4.2 % too much says that it delivered what it was told; the balance says what really came.
        using SimulatorProcess simulator = await SimulatorProcess.Start(
            "--profile", "gun-5", "--operator", "off", "--pty", At("gun"), "--plant-error", "plunger_ppm=42000",
            "--balance", "mt-sics", "--balance-pty", At("balance"), "--balance-set", "water_mc=21000,settle_ms=300");
        Assert.Equal($"balance {At("balance")}", await simulator.LineAsync());
        using WireHost gun = WireHost.Open(simulator.Ready);
        using IInstrument balance = InstrumentAddress.Parse($"serial:{At("balance")}?baud=9600&format=8N1&protocol=mt-sics")
            .NewInstrument(new InstrumentOptions(), TimeProvider.System);
        Assert.Equal("VB-0001", (await balance.IdentifyAsync(CancellationToken.None)).Serial);

        await gun.Until(_ => true);

        // The first move fills the line with water; what is left of its air goes too.
        await Move(gun, 1, 200_000);
        InstrumentReading before = await balance.ReadStableAsync(CancellationToken.None);
        await Move(gun, 2, 600_000);
        InstrumentReading after = await balance.ReadStableAsync(CancellationToken.None);
        Assert.True(before.Stable && after.Stable, $"{before} {after}");

        // 0.4 mL at 4.2 % too much; a nanolitre of water of 21 °C weighs 996.94 ng in air of 20 °C.
        double ng = after.Value - before.Value;
        Assert.InRange(ng / 996.94 / 400_000, 1.0415, 1.0425);
        Assert.Equal(0, await simulator.Terminate());
    }

    [Fact]
    public async Task Cable_pulled_in_mid_weighing_over_a_real_terminal_resumes()
    {
        // Aim: the terminal goes away under the driver while a reading waits for rest, and comes back under the same name.
        using Terminals.PseudoTerminal terminal = new();
        using IInstrument balance = InstrumentAddress.Parse($"serial:{terminal.LinkPath}?protocol=mt-sics").NewInstrument(
            new InstrumentOptions { Patience = new InstrumentPatience { Pause = TimeSpan.FromMilliseconds(20) } }, TimeProvider.System);
        Task<InstrumentReading> reading = balance.ReadStableAsync(CancellationToken.None);
        Assert.Equal("S\r\n"u8.ToArray(), terminal.ReadExactly(3));
        terminal.Write("S S     12.000"u8);
        terminal.HangUp();
        terminal.Reopen();
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal("S\r\n"u8.ToArray(), terminal.ReadExactly(3));
            terminal.Write("S S   13.00001 g\r\n"u8);
        }

        InstrumentReading got = await reading;
        Assert.Equal((13_000_010_000, true, 2), (got.Value, got.Stable, got.Connection));
    }

    [Fact]
    public async Task Byte_with_a_wrong_parity_is_no_digit()
    {
        // Aim: what the driver marks as broken is never read as a digit: such an answer is asked again.
        using Terminals.PseudoTerminal terminal = new();
        using IInstrument balance = InstrumentAddress.Parse($"serial:{terminal.LinkPath}?baud=1200&format=7O1&protocol=sbi")
            .NewInstrument(
                new InstrumentOptions { Patience = new InstrumentPatience { Pause = TimeSpan.FromMilliseconds(20) } }, TimeProvider.System);
        Task<InstrumentReading> reading = balance.ReadStableAsync(CancellationToken.None);
        byte[][] answers = [.. Enumerable.Repeat("+ 12.00001 g  \r\n"u8.ToArray(), 5)];
        answers[0] = [.. "+ 12.0"u8, 0xFF, .. "001 g  \r\n"u8];
        foreach (byte[] answer in answers)
        {
            Assert.Equal("\u001BP\r\n"u8.ToArray(), terminal.ReadExactly(4));
            terminal.Write(answer);
        }

        InstrumentReading got = await reading;
        Assert.Equal((12_000_010_000, true), (got.Value, got.Stable));
    }

    [Fact]
    public async Task Detect_verb_finds_the_gauge_and_ends_with_0()
    {
        // Aim: the verb as it is typed, text and JSON, its exit codes, over the simulator's own terminal.
        using SimulatorProcess simulator = await SimulatorProcess.Start(
            "--profile", "gun-5", "--operator", "off", "--pty", At("gun"),
            "--gauge", "mahr", "--gauge-pty", At("gauge"), "--gauge-set", "zero_nm=1234000");
        Assert.Equal($"gauge {At("gauge")}", await simulator.LineAsync());
        (int code, string text) = await Run("instruments", "detect", At("gauge"));
        Assert.Equal(0, code);
        Assert.Contains("9600-8N1 mahr: understood", text, StringComparison.Ordinal);
        Assert.Contains("sent ?<CR>", text, StringComparison.Ordinal);
        Assert.Contains("came +1.234 mm", text, StringComparison.Ordinal);
        Assert.EndsWith(
            $"Its address is serial:{At("gauge")}?baud=9600&format=8N1&protocol=mahr", text.TrimEnd(), StringComparison.Ordinal);

        (code, text) = await Run("instruments", "detect", $"serial:{At("gauge")}?protocol=mahr", "--json");
        Assert.Equal(0, code);
        JsonNode found = JsonNode.Parse(text.Trim().Split('\n')[^1])!;
        Assert.Equal(
            ("instrument", "mahr", "length", "VG-0001", 1_234_000L),
            ((string?)found["type"], (string?)found["protocol"], (string?)found["quantity"], (string?)found["serial"], (long)found["value"]!));

        (code, text) = await Run("instruments", "detect", At("nothing"));
        Assert.Equal(6, code);
        Assert.Contains("is not there", text, StringComparison.Ordinal);
        Assert.Equal(2, (await Run("instruments", "detect", "ftp://gauge")).Code);
    }

    [Theory]
    [InlineData("instruments")]
    [InlineData("instruments", "detect")]
    public async Task Help_ends_with_an_example_that_parses(params string[] verb)
    {
        // Aim: what the help shows can be typed; nothing is there on this computer, which is told, not taken for a mistyped line.
        (int code, string help) = await Run([.. verb, "--help"]);
        Assert.Equal(0, code);
        string[] examples = [.. help[help.IndexOf("Example", StringComparison.Ordinal)..].Split('\n').Select(line => line.Trim())
            .Where(line => line.StartsWith("mesopen ", StringComparison.Ordinal))];
        Assert.NotEmpty(examples);
        foreach (string example in examples.Where(each => !each.EndsWith("detect", StringComparison.Ordinal)))
        {
            Assert.Equal(6, (await Run([.. example.Replace("'", "", StringComparison.Ordinal).Split(' ')[1..]])).Code);
        }
    }

    private static async Task Move(WireHost gun, uint id, int targetNl)
    {
        Assert.Equal(Result.Ok, (await gun.Ask(new CalibrationMoveRequest(id, CalibrationAxis.Plunger, targetNl))).Prefix.Result);
        await gun.Until(status => status.State == DeviceState.Idle && status.Flags.HasFlag(DeviceFlags.PlungerStill));
    }

    private static async Task<(int Code, string Text)> Run(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter error = new();
        int code = await CommandLine.RunAsync(
            arguments, new CliContext(output, error, TimeProvider.System), (_, _) => throw new InvalidOperationException("Nobody is treated here."));
        return (code, output.ToString());
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
