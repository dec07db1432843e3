using MesoPen.Host.Calibration;
using MesoPen.Simulator;

namespace MesoPen.Tests.Host.Calibration.Instruments;

/// <summary>The driver against virtual instruments, on virtual time.</summary>
public sealed class LineInstrumentTests
{
    private const long Vessel = 12_000_000_000;

    [Theory]
    [InlineData(BalanceProtocol.MtSics)]
    [InlineData(BalanceProtocol.Sbi)]
    [InlineData(BalanceProtocol.Sbi22)]
    [InlineData(BalanceProtocol.Radwag)]
    public void Balance_is_read_zeroed_and_named(BalanceProtocol protocol)
    {
        // Aim: weight, live weight, names, zero and tare in every language.
        using InstrumentBench bench = new(new BalanceOptions { Protocol = protocol, Serial = "4711" });
        InstrumentIdentity who = bench.Run(() => bench.Instrument.IdentifyAsync(CancellationToken.None));
        Assert.Equal(("4711", InstrumentProblem.None), (who.Serial, who.Problem));
        Assert.Contains("irtual", who.Model, StringComparison.OrdinalIgnoreCase);
        InstrumentReading stable = bench.Stable();
        Assert.Equal((Vessel, 10_000L, true), (stable.Value, stable.Resolution, stable.Stable));
        Assert.Equal((InstrumentProblem.None, 1), (stable.Problem, stable.Connection));
        Assert.Equal((Vessel, true), (bench.Now().Value, bench.Now().Stable));
        Assert.Null(bench.Run(() => bench.Instrument.ZeroAsync(CancellationToken.None)).Sentence);
        Assert.Equal(0, bench.Stable().Value);
        Assert.Null(bench.Run(() => bench.Instrument.TareAsync(CancellationToken.None)).Sentence);
        Assert.Equal(0, bench.Stable().Value);
    }

    [Theory]
    [InlineData(GaugeProtocol.Mitutoyo)]
    [InlineData(GaugeProtocol.Mahr)]
    [InlineData(GaugeProtocol.Starrett)]
    public void Gauge_is_read_by_repetition(GaugeProtocol protocol)
    {
        // Aim: a gauge says nothing of rest: five equal answers, a pause between each, make a value; one alone is never called stable.
        using InstrumentBench bench = new(new GaugeOptions { Protocol = protocol, ZeroNm = 1_234_000 });
        InstrumentReading stable = bench.Stable();
        Assert.Equal((1_234_000L, 1_000L, true), (stable.Value, stable.Resolution, stable.Stable));
        Assert.Equal(5, bench.Wires.Count(wire => wire.Sent));
        Assert.True(bench.Ms >= 4 * 250);
        Assert.False(bench.Now().Stable);
        Assert.Equal(InstrumentProblem.NotPossible, bench.Run(() => bench.Instrument.ZeroAsync(CancellationToken.None)).Problem);
    }

    [Theory]
    [InlineData(BalanceProtocol.MtSics)]
    [InlineData(BalanceProtocol.Sbi)]
    [InlineData(BalanceProtocol.Radwag)]
    public void Weight_that_moves_is_waited_for(BalanceProtocol protocol)
    {
        // Aim: while water falls the weight is live, not stable; the stable one comes after the last drop and holds all of it.
        using InstrumentBench bench = new(new BalanceOptions { Protocol = protocol });
        bench.MakeReady();
        long before = bench.Stable().Value;
        bench.Host.Send(new MesoPen.Protocol.CalibrationMoveRequest(900, MesoPen.Protocol.CalibrationAxis.Plunger, 100_000));
        bench.Step(60);
        Assert.False(bench.Now().Stable);
        InstrumentReading after = bench.Stable();
        Assert.InRange(after.Value - before, 99_000_000, 100_500_000);
    }

    [Fact]
    public void Overload_is_told_when_it_is_said_twice()
    {
        // Aim: a sentence that says what to do; and one spoilt answer that looks like it is no overload.
        using InstrumentBench bench = new(new BalanceOptions { CapacityNg = 10_000_000_000 });
        InstrumentReading reading = bench.Stable();
        Assert.Equal(InstrumentProblem.Overload, reading.Problem);
        Assert.Contains("take off the vessel", reading.Sentence, StringComparison.Ordinal);
        Assert.Equal(2, bench.Wires.Count(wire => !wire.Sent));
    }

    [Fact]
    public void Balance_that_never_rests_is_given_up_in_time()
    {
        // Aim: unstable for ever ends as such after the stated patience, not before and not much later.
        using InstrumentBench bench = new(new BalanceOptions { UnstablePermille = 1000 });
        InstrumentReading reading = bench.Stable();
        Assert.Equal(InstrumentProblem.NotStable, reading.Problem);
        Assert.Contains("close the draught shield", reading.Sentence, StringComparison.Ordinal);
        Assert.InRange(bench.Ms, 60_000, 72_000);
    }

    [Fact]
    public void Restless_room_with_a_spoilt_line_still_gives_the_true_weight()
    {
        // Aim: vibration, one answer in five spoilt, overloads now and then: every reading that counts is true; the rest are waited for.
        using InstrumentBench bench = new(new BalanceOptions
        {
            VibrationNg = 2_000_000, ParityPermille = 200, UnstablePermille = 100, OverloadPermille = 20, Seed = 5,
        });
        int read = 0;
        for (int i = 0; i < 100; i++)
        {
            InstrumentReading reading = bench.Stable();
            Assert.True(!reading.HasValue || reading.Value == Vessel, reading.ToString());
            read += reading.HasValue ? 1 : 0;
        }

        Assert.InRange(read, 90, 100);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(55)]
    [InlineData(70)]
    public void Cable_pulled_in_mid_weighing_goes_on_where_it_was(int afterMs)
    {
        // Aim: the cable comes out while a reading waits for rest, with half an answer on the way; the same call ends with the true weight.
        using InstrumentBench bench = new(new BalanceOptions());
        bench.MakeReady();
        bench.Run(() => bench.Instrument.IdentifyAsync(CancellationToken.None));
        bench.Stable();
        bench.Host.Send(new MesoPen.Protocol.CalibrationMoveRequest(900, MesoPen.Protocol.CalibrationAxis.Plunger, 50_000));
        bench.Step(20);
        long pullAt = bench.Ms + afterMs;
        bench.EachMs = () =>
        {
            if (bench.Ms == pullAt)
            {
                bench.Pipe.Pull();
            }
            else if (bench.Ms == pullAt + 10_000)
            {
                bench.Pipe.PutBack();
            }
        };
        InstrumentReading reading = bench.Stable();
        Assert.Equal((true, 2), (reading.Stable, reading.Connection));
        Assert.True(bench.Ms >= pullAt + 10_000);
        Assert.InRange(reading.Value - Vessel, 49_000_000, 130_000_000);
        Assert.Equal(reading.Value, bench.Stable().Value);
    }

    [Fact]
    public void Cable_that_stays_out_is_given_up_with_a_remedy()
    {
        // Aim: patience ends; nothing waits for ever.
        using InstrumentBench bench = new(new BalanceOptions());
        bench.Stable();
        bench.Pipe.Pull();
        InstrumentReading reading = bench.Stable(400_000);
        Assert.Equal(InstrumentProblem.Lost, reading.Problem);
        Assert.Contains("plug its cable in", reading.Sentence, StringComparison.Ordinal);
        Assert.InRange(bench.Ms, 300_000, 302_000);
    }

    [Fact]
    public void Another_balance_on_the_same_cable_is_not_taken_for_the_first()
    {
        // Aim: while the cable was out somebody plugged in another balance: its weight is nobody's.
        using InstrumentBench bench = new(new BalanceOptions { Serial = "A" });
        bench.Run(() => bench.Instrument.IdentifyAsync(CancellationToken.None));
        bench.Stable();
        bench.Pipe.Pull();
        bench.Pipe.Instrument = VirtualInstrument.Balance(new BalanceOptions { Serial = "B" }, bench.Plant);
        bench.Pipe.PutBack();
        InstrumentReading reading = bench.Stable();
        Assert.Equal(InstrumentProblem.OtherInstrument, reading.Problem);
        Assert.Contains("B", reading.Sentence, StringComparison.Ordinal);
        Assert.NotEqual(InstrumentProblem.None, bench.Stable().Problem);
    }

    [Theory]
    [InlineData(BalanceProtocol.MtSics)]
    [InlineData(BalanceProtocol.Sbi)]
    [InlineData(BalanceProtocol.Radwag)]
    public void Balance_that_must_stay_the_same_is_known_from_the_first_reading_on(BalanceProtocol protocol)
    {
        // Aim: nobody need ask it who it is: whoever only reads, as a calibration does, is told that another one answers, and goes on with the first.
        BalanceOptions own = new() { Protocol = protocol, Serial = "A-1" };
        using InstrumentBench bench = new(own, new InstrumentOptions { SameThroughout = true });
        Assert.True(bench.Stable().Stable);
        VirtualInstrument first = bench.Pipe.Instrument;
        bench.Pipe.Pull();
        bench.Pipe.Instrument = VirtualInstrument.Balance(own with { Serial = "B-2" }, bench.Plant);
        bench.Pipe.PutBack();
        Assert.Equal(InstrumentProblem.OtherInstrument, bench.Stable().Problem);
        Assert.Equal(InstrumentProblem.OtherInstrument, bench.Stable().Problem);
        bench.Pipe.Instrument = first;
        Assert.True(bench.Stable().Stable);
    }

    [Fact]
    public void Balance_that_does_not_say_who_it_is_weighs_all_the_same()
    {
        // Aim: an instrument whose language has no such question, or that is silent to it, is not kept from weighing.
        using InstrumentBench gauge = new(new GaugeOptions { Protocol = GaugeProtocol.Mitutoyo }, new InstrumentOptions { SameThroughout = true });
        Assert.True(gauge.Stable().Stable);
        using InstrumentBench bench = new(new BalanceOptions(), new InstrumentOptions { SameThroughout = true });
        bench.Pipe.Swallows = true;
        bench.EachMs = () => bench.Pipe.Swallows = bench.Ms < 5000;
        Assert.True(bench.Stable().Stable);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(100)]
    [InlineData(200)]
    public void Who_prints_by_itself_is_asked_for_a_while_and_then_told_so(int everyMs)
    {
        // Aim: lines that come unasked do not renew the patience; what it weighs is not its serial number.
        using InstrumentBench bench = new(new BalanceOptions { Protocol = BalanceProtocol.Sbi });
        bench.Pipe.Swallows = true;
        bench.EachMs = () =>
        {
            if (bench.Ms % everyMs == 0)
            {
                bench.Pipe.Greet("+ 12.00000 g  \r\n"u8);
            }
        };
        InstrumentIdentity who = bench.Run(() => bench.Instrument.IdentifyAsync(CancellationToken.None), 10_000);
        Assert.Equal(("", "", InstrumentProblem.SendsByItself), (who.Model, who.Serial, who.Problem));
        Assert.Contains("set it to send on request", who.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Balance_that_was_switched_off_and_on_is_noted()
    {
        // Aim: a balance that says its serial number unasked has a new zero: readings before and after do not belong together.
        using InstrumentBench bench = new(new BalanceOptions());
        Assert.Equal(0, bench.Stable().Restarts);
        bench.Pipe.Greet("I4 A \"VB-0001\"\r\n"u8);
        bench.Step(100);
        Assert.Equal(1, bench.Stable().Restarts);
    }

    [Fact]
    public void Port_that_swallows_is_opened_anew_and_then_called_silent()
    {
        // Aim: a port that stays open without a cable says nothing: it is opened once more, then the silence is told.
        using InstrumentBench bench = new(new BalanceOptions());
        bench.Stable();
        bench.Pipe.Swallows = true;
        InstrumentReading reading = bench.Stable();
        Assert.Equal(InstrumentProblem.Silent, reading.Problem);
        Assert.Equal(2, bench.Pipe.Openings);
        bench.Pipe.Swallows = false;
        Assert.True(bench.Stable().Stable);
    }

    [Fact]
    public void Answer_to_a_question_that_was_given_up_is_not_the_next_ones()
    {
        // Aim: a read is cancelled while the balance waits for rest; its late answer is not counted for the read after it.
        using InstrumentBench bench = new(new BalanceOptions { SettleMs = 3000 });
        bench.MakeReady();
        bench.Host.Send(new MesoPen.Protocol.CalibrationMoveRequest(900, MesoPen.Protocol.CalibrationAxis.Plunger, 50_000));
        bench.Step(50);
        using CancellationTokenSource stop = new();
        long stopAt = bench.Ms + 200;
        bench.EachMs = () =>
        {
            if (bench.Ms == stopAt)
            {
                stop.Cancel();
            }
        };
        Assert.ThrowsAny<OperationCanceledException>(() => bench.Run(() => bench.Instrument.ReadStableAsync(stop.Token)));
        InstrumentReading reading = bench.Stable();
        Assert.True(reading.Stable);
        Assert.Equal(reading.Value, bench.Stable().Value);
    }

    [Fact]
    public async Task Instrument_is_asked_one_thing_at_a_time()
    {
        // Aim: two readers would take each other's answers.
        using InstrumentBench bench = new(new BalanceOptions());
        Task<InstrumentReading> first = bench.Instrument.ReadStableAsync(CancellationToken.None);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.Instrument.ReadNowAsync(CancellationToken.None));
        Assert.False(first.IsCompleted);
    }
}
