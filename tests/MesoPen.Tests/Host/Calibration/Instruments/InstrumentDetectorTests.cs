using MesoPen.Host.Calibration;
using MesoPen.Host.Input;
using MesoPen.Simulator;

namespace MesoPen.Tests.Host.Calibration.Instruments;

/// <summary>Detection over real lines: TCP ports of this process with virtual instruments behind them.</summary>
public sealed class InstrumentDetectorTests
{
    [Theory]
    [InlineData("mt-sics", "A balance that speaks mt-sics: Virtual balance 82 g, serial number VB-0001. It shows 12.00000 g.")]
    [InlineData("radwag", "A balance that speaks radwag: Virtual balance, serial number VB-0001. It shows 12.00000 g.")]
    [InlineData("sbi", "A balance that speaks sbi: VIRTUAL-82, serial number VB-0001. It shows 12.00000 g.")]
    [InlineData("mahr", "A gauge that speaks mahr: VIRTUAL GAUGE, serial number VG-0001. It shows 0.000 mm, not said to be at rest.")]
    [InlineData("starrett", "A gauge that speaks starrett. It shows 0.000 mm, not said to be at rest.")]
    [InlineData("mitutoyo", "A gauge that speaks mitutoyo. It shows 0.000 mm, not said to be at rest.")]
    public async Task Instrument_is_found_by_what_it_answers(string language, string sentence)
    {
        // Aim: each language is found and none is taken for another, whatever was sent before; the address that comes out works as it is.
        using ServedInstrument served = new(Instrument(language));
        List<InstrumentAttempt> told = [];
        InstrumentFinding finding = await new InstrumentDetector(TimeProvider.System, told.Add)
            .FindAsync(InstrumentAddress.Parse(served.Address), CancellationToken.None);
        Assert.Equal($"{sentence} Its address is {served.Address}?protocol={language}", finding.Sentence);
        Assert.Equal(finding.Attempts, told);
        Assert.Equal("understood", finding.Attempts[^2].Verdict);
        Assert.Contains(finding.Attempts[^2].Wire, wire => wire.Sent);
        Assert.Contains(finding.Attempts[^2].Wire, wire => !wire.Sent);
        using IInstrument instrument = finding.Found!.NewInstrument(new InstrumentOptions(), TimeProvider.System);
        InstrumentReading reading = await instrument.ReadStableAsync(CancellationToken.None);
        Assert.True(reading.Stable, reading.ToString());
    }

    [Fact]
    public async Task Unknown_language_is_told_apart_from_silence()
    {
        // Aim: what to check depends on what was heard.
        using ServedInstrument parrot = new(null);
        InstrumentFinding finding = await new InstrumentDetector(TimeProvider.System)
            .FindAsync(InstrumentAddress.Parse(parrot.Address), CancellationToken.None);
        Assert.Null(finding.Found);
        Assert.Contains("in a language that is not known", finding.Sentence, StringComparison.Ordinal);
        Assert.All(finding.Attempts, attempt => Assert.Equal("another answer", attempt.Verdict));
        Assert.Equal(6, finding.Attempts.Length);
    }

    [Fact]
    public async Task Line_that_cannot_be_opened_says_why_at_once()
    {
        // Aim: no attempt at a port that is not there; the link's own sentence.
        InstrumentFinding finding = await new InstrumentDetector(TimeProvider.System)
            .FindAsync(InstrumentAddress.Parse("serial:/dev/none"), CancellationToken.None);
        Assert.Empty(finding.Attempts);
        Assert.StartsWith("/dev/none is not there", finding.Sentence, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InputException>(
            () => new InstrumentDetector(TimeProvider.System).FindAsync(InstrumentAddress.Typed, CancellationToken.None));
    }

    [Fact]
    public async Task Serial_port_is_tried_with_one_setting_after_the_other()
    {
        // Aim: nobody answers on a real terminal: all settings are tried, each stated, 1200-7-O-1 among them; a stated setting narrows it.
        using MesoPen.Tests.Terminals.PseudoTerminal terminal = new();
        InstrumentFinding narrow = await new InstrumentDetector(TimeProvider.System)
            .FindAsync(InstrumentAddress.Parse($"serial:{terminal.LinkPath}?baud=1200&protocol=sbi"), CancellationToken.None);
        Assert.Equal(["1200-7O1"], narrow.Attempts.Select(attempt => attempt.Settings));
        Assert.Equal("<ESC>P<CR><LF>", Assert.Single(narrow.Attempts[0].Wire).Text);
        Assert.Equal((1200, "no answer"), ((int)terminal.Settings.OutputRate, narrow.Attempts[0].Verdict));
        Assert.Contains("Nothing answers at", narrow.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+ 12.00000 g  \r\n", 20, "A balance that speaks sbi")]
    [InlineData("+ 12.00000 g  \r\n", 200, "A balance that speaks sbi")]
    [InlineData("S S   12.00000 g\r\n", 100, "A balance that speaks mt-sics")]
    [InlineData("+0.123 mm\r\n", 200, "A gauge that speaks mahr")]
    [InlineData("WEIGHT 12 AND MORE\r\n", 20, "Something at")]
    [InlineData("0123456789012345678901234567890123456789", 5, "Something at")]
    public async Task Instrument_that_prints_by_itself_is_told_so_in_a_while(string says, int everyMs, string who)
    {
        // Aim: what never falls silent is not waited for; the sentence says what to set, and nobody is named after what he weighs.
        using StreamingInstrument served = new(says, TimeSpan.FromMilliseconds(everyMs));
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(40), TimeProvider.System);
        InstrumentFinding finding = await new InstrumentDetector(TimeProvider.System).FindAsync(InstrumentAddress.Parse(served.Address), patience.Token);
        Assert.Null(finding.Found);
        Assert.StartsWith(who, finding.Sentence, StringComparison.Ordinal);
        Assert.Contains("sends by itself", finding.Sentence, StringComparison.Ordinal);
        Assert.Contains("set it to send on request", finding.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("serial number", finding.Sentence, StringComparison.Ordinal);
    }

    private static Func<Plant, VirtualInstrument> Instrument(string language) => language switch
    {
        "mt-sics" => plant => VirtualInstrument.Balance(new BalanceOptions(), plant),
        "radwag" => plant => VirtualInstrument.Balance(new BalanceOptions { Protocol = BalanceProtocol.Radwag }, plant),
        "sbi" => plant => VirtualInstrument.Balance(new BalanceOptions { Protocol = BalanceProtocol.Sbi22 }, plant),
        "mahr" => plant => VirtualInstrument.Gauge(new GaugeOptions { Protocol = GaugeProtocol.Mahr }, plant),
        "starrett" => plant => VirtualInstrument.Gauge(new GaugeOptions { Protocol = GaugeProtocol.Starrett }, plant),
        _ => plant => VirtualInstrument.Gauge(new GaugeOptions { Protocol = GaugeProtocol.Mitutoyo }, plant),
    };
}
