using System.IO.Ports;
using MesoPen.Host.Calibration;
using MesoPen.Host.Input;

namespace MesoPen.Tests.Host.Calibration.Instruments;

public sealed class InstrumentAddressTests
{
    [Fact]
    public void Serial_address_states_rate_format_and_protocol()
    {
        // Aim: each setting alone and all together; what is not stated is not invented.
        InstrumentAddress all = InstrumentAddress.Parse("serial:/dev/ttyUSB1?baud=1200&format=7O1&protocol=sbi");
        Assert.Equal(
            ("/dev/ttyUSB1", 1200, 7, Parity.Odd, StopBits.One, InstrumentProtocol.Sbi),
            (all.Place!.Path!, all.Baud!.Value, all.Format!.DataBits, all.Format.Parity, all.Format.StopBits, all.Protocol!.Value));
        InstrumentAddress bare = InstrumentAddress.Parse("/dev/ttyUSB1");
        Assert.Equal(("/dev/ttyUSB1", null, null, null), (bare.Place!.Path, bare.Baud, bare.Format, bare.Protocol));
        InstrumentAddress two = InstrumentAddress.Parse("serial:/dev/ttyUSB1?format=7E2");
        Assert.Equal((StopBits.Two, "7E2"), (two.Format!.StopBits, two.Format.ToString()));
        Assert.Equal(
            "serial:/dev/ttyUSB1?baud=9600&format=7E2&protocol=mahr", two.With(9600, two.Format, InstrumentProtocol.Mahr).Text);
    }

    [Theory]
    [InlineData("/dev/ttyUSB1", "serial:/dev/ttyUSB1?protocol=mt-sics")]
    [InlineData("serial:/dev/ttyUSB1", "serial:/dev/ttyUSB1?protocol=mt-sics")]
    [InlineData("serial:/dev/ttyUSB1?baud=1200", "serial:/dev/ttyUSB1?baud=1200&protocol=mt-sics")]
    [InlineData("serial:/dev/ttyUSB1?format=7E1", "serial:/dev/ttyUSB1?format=7E1&protocol=mt-sics")]
    public void Protocol_is_added_to_what_was_stated_and_nothing_else(string written, string meant)
    {
        // Aim: --balance PATH --protocol WORD: a rate and a format that nobody stated are left out, not written as nothing.
        InstrumentAddress address = InstrumentAddress.Parse(written);
        Assert.Equal(meant, address.With(address.Baud, address.Format, InstrumentProtocol.MtSics).Text);
    }

    [Fact]
    public void Network_address_states_a_protocol()
    {
        // Aim: TCP has no line settings.
        InstrumentAddress balance = InstrumentAddress.Parse("tcp://balance:4001?protocol=mt-sics");
        Assert.Equal(("balance", 4001, InstrumentProtocol.MtSics), (balance.Place!.Host!, balance.Place.Port, balance.Protocol!.Value));
        Assert.Equal(balance.Text, InstrumentAddress.Parse("tcp://balance:4001").With(null, null, InstrumentProtocol.MtSics).Text);
        Assert.Equal(InstrumentProtocol.Typed, InstrumentAddress.Parse("typed").Protocol);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("tcp://balance", "does not name a host and a port")]
    [InlineData("usb://balance", "scheme that is not known")]
    [InlineData("serial:/dev/ttyUSB1?baud=fast", "'fast' for a rate")]
    [InlineData("serial:/dev/ttyUSB1?baud=0", "'0' for a rate")]
    [InlineData("serial:/dev/ttyUSB1?format=8X1", "'8X1' for a format")]
    [InlineData("serial:/dev/ttyUSB1?parity=odd", "setting 'parity'")]
    [InlineData("serial:/dev/ttyUSB1?protocol=kern", "'kern' for a protocol")]
    [InlineData("tcp://balance:4001?baud=9600", "setting 'baud', which is not known here")]
    public void Address_that_is_none_says_why(string text, string why) =>

        // Aim: one sentence that names what is wrong.
        Assert.Contains(why, Assert.Throws<InputException>(() => InstrumentAddress.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Instrument_without_a_stated_protocol_is_not_guessed()
    {
        // Aim: nothing is spoken to by chance; the sentence says how to find out.
        InputException refused = Assert.Throws<InputException>(
            () => InstrumentAddress.Parse("tcp://balance:4001").NewInstrument(new InstrumentOptions(), TimeProvider.System));
        Assert.Contains("mesopen instruments detect", refused.Message, StringComparison.Ordinal);
        using IInstrument typed = InstrumentAddress.Typed.NewInstrument(new InstrumentOptions(), TimeProvider.System);
        Assert.IsType<TypedInstrument>(typed);
    }

    [Fact]
    public async Task Typed_value_answers_what_was_asked()
    {
        // Aim: a person's value goes to whoever waits for one, once; what nobody asked for goes nowhere; giving up ends the wait.
        using TypedInstrument typed = new(InstrumentQuantity.Mass, TimeProvider.System);
        Assert.False(typed.Enter(1, 1, "too early"));
        Task<InstrumentReading> asked = typed.ReadStableAsync(CancellationToken.None);
        Assert.True(typed.Asks);
        Assert.True(typed.Enter(12_000_010_000, 10_000, "12.00001 g"));
        InstrumentReading reading = await asked;
        Assert.Equal((12_000_010_000, 10_000L, true, "12.00001 g"), (reading.Value, reading.Resolution, reading.Stable, reading.Raw));
        using CancellationTokenSource stop = new();
        Task<InstrumentReading> given = typed.ReadStableAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.False(typed.Asks);
        Assert.Equal(InstrumentProblem.NotPossible, (await typed.ReadNowAsync(CancellationToken.None)).Problem);
    }
}
