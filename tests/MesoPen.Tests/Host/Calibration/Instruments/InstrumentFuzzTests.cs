using System.Globalization;
using System.Text;
using MesoPen.Host.Calibration;
using MesoPen.Simulator;

namespace MesoPen.Tests.Host.Calibration.Instruments;

/// <summary>
/// A million spoilt answers for each protocol. None of the protocols has a checksum, so a single spoilt answer can be a whole answer with
/// another digit, and nothing can tell. What is decided: no single answer counts. Four in a row must be alike (five where the protocol does not
/// tell rest), and with every single answer spoilt, no wrong value may pass.
/// </summary>
public sealed class InstrumentFuzzTests(ITestOutputHelper output)
{
    private const int Answers = 1_000_000;

    [Theory]
    [InlineData(InstrumentProtocol.MtSics)]
    [InlineData(InstrumentProtocol.Sbi)]
    [InlineData(InstrumentProtocol.Radwag)]
    [InlineData(InstrumentProtocol.Mitutoyo)]
    [InlineData(InstrumentProtocol.Mahr)]
    [InlineData(InstrumentProtocol.Starrett)]
    [InlineData(InstrumentProtocol.Pattern)]
    public void Spoilt_answers_never_throw_and_never_make_a_wrong_weight(InstrumentProtocol protocol)
    {
        // Aim: nothing that comes makes the reader throw; and with every answer spoilt in a way of its own, no value but the true one counts.
        const ulong Seed = 20_260_711;
        SeededChance chance = new(Seed + (ulong)protocol);
        InstrumentDialect dialect = InstrumentDialect.Of(protocol, Options);
        StableGate gate = new(dialect.EqualAnswers, dialect.RestByRepetition);
        int wrongAlone = 0;
        int accepted = 0;
        byte[] room = new byte[InstrumentDialect.LineMax + 8];
        for (int left = Answers; left > 0;)
        {
            byte[] truth = Truth(protocol, chance, out long value);
            gate.Reset();
            for (int i = 0; i < 1000 && left > 0; i++, left--)
            {
                ReadOnlySpan<byte> spoilt = Spoil(truth, room, chance);
                InstrumentReply reply = dialect.Read(spoilt);
                _ = dialect.ReadText(spoilt);
                wrongAlone += reply.Kind == InstrumentReplyKind.Value && reply.Value != value && (reply.Stable || dialect.RestByRepetition) ? 1 : 0;
                Assert.InRange(reply.Value, -ReadingBounds.Most, ReadingBounds.Most);
                if (gate.Offer(reply))
                {
                    accepted++;
                    Assert.True(reply.Value == value, $"Seed {Seed}: {InstrumentText.Readable(spoilt)} passed for {InstrumentText.Readable(truth)}.");
                }
            }
        }

        output.WriteLine($"{protocol}: {wrongAlone} of {Answers} spoilt answers were whole with another value; {accepted} true ones passed.");
        Assert.True(wrongAlone > 1000, "The spoiling was too harmless to show anything.");
    }

    [Fact]
    public void One_answer_alone_would_let_a_wrong_weight_pass()
    {
        // Aim: the test above can fail. With a gate that takes the first answer, the same spoilt answers do pass for weights.
        SeededChance chance = new(1);
        MtSicsDialect dialect = new();
        byte[] room = new byte[InstrumentDialect.LineMax + 8];
        byte[] truth = Truth(InstrumentProtocol.MtSics, chance, out long value);
        StableGate hasty = new(1, byRepetition: false);
        int wrong = 0;
        for (int i = 0; i < 10_000; i++)
        {
            InstrumentReply reply = dialect.Read(Spoil(truth, room, chance));
            hasty.Reset();
            wrong += hasty.Offer(reply) && reply.Value != value ? 1 : 0;
        }

        Assert.True(wrong > 10, $"{wrong} wrong weights");
    }

    [Fact]
    public void Bytes_of_no_language_are_never_a_weight_twice()
    {
        // Aim: noise from the first byte on, of every length.
        SeededChance chance = new(7);
        byte[] noise = new byte[InstrumentDialect.LineMax + 1];
        foreach (InstrumentDialect dialect in InstrumentDialect.Known)
        {
            StableGate gate = new(dialect.EqualAnswers, dialect.RestByRepetition);
            for (int i = 0; i < 200_000; i++)
            {
                int length = chance.Between(0, noise.Length);
                for (int at = 0; at < length; at++)
                {
                    noise[at] = (byte)chance.Between(0, 255);
                }

                Assert.False(gate.Offer(dialect.Read(noise.AsSpan(0, length))));
                _ = dialect.ReadText(noise.AsSpan(0, length));
            }
        }
    }

    private static InstrumentOptions Options { get; } = new()
    {
        Pattern = InstrumentPattern.Parse(@"(?<stable>ST)?(US)?,GS,(?<value>[+-]\d+\.\d+)(?<unit>kg|g|mg)", "Q\r\n", InstrumentQuantity.Mass, "g"),
    };

    /// <summary>A sound answer: 12 g and something, or a few millimetres; or one in eight of all digits that there is room for, which is no value.</summary>
    private static byte[] Truth(InstrumentProtocol protocol, SeededChance chance, out long value)
    {
        if (chance.Between(0, 7) == 0)
        {
            value = long.MinValue;
            return Endless(protocol, chance);
        }

        int digits = chance.Between(1_000_000, 1_999_999);
        string grams = (digits / 100_000m).ToString("F5", CultureInfo.InvariantCulture);
        int signed = chance.Between(0, 1) == 0 ? digits : -digits;
        string mm = (signed / 1_000_000m).ToString("F3", CultureInfo.InvariantCulture);
        string plain = mm.TrimStart('-');
        char sign = mm[0] == '-' ? '-' : '+';
        bool gauge = protocol is InstrumentProtocol.Mitutoyo or InstrumentProtocol.Mahr or InstrumentProtocol.Starrett;
        value = gauge ? (long)(decimal.Parse(mm, CultureInfo.InvariantCulture) * 1_000_000) : digits * 10_000L;
        return Encoding.ASCII.GetBytes(protocol switch
        {
            InstrumentProtocol.MtSics => $"S S {grams,10} g",
            InstrumentProtocol.Sbi => chance.Between(0, 1) == 0 ? $"+ {grams,8} g  " : $"N     + {grams,8} g  ",
            InstrumentProtocol.Radwag => $"S      {grams,9} g  ",
            InstrumentProtocol.Mitutoyo => $"01A{sign}{plain.PadLeft(8, '0')}",
            InstrumentProtocol.Mahr => $"{sign}{plain} mm",
            InstrumentProtocol.Starrett => $"{sign}{plain,8}, MM",
            _ => $"ST,GS,+{grams}g",
        });
    }

    /// <summary>Twelve digits of kilograms, or as many as the line holds.</summary>
    private static byte[] Endless(InstrumentProtocol protocol, SeededChance chance)
    {
        string digits = string.Create(CultureInfo.InvariantCulture, $"{chance.Between(900_000, 999_999)}{chance.Between(100_000, 999_999)}");
        string unit = chance.Between(0, 1) == 0 ? "kg" : "g";
        return Encoding.ASCII.GetBytes(protocol switch
        {
            InstrumentProtocol.MtSics => $"S S {digits} {unit}",
            InstrumentProtocol.Sbi => $"+ {digits[..8]} kg ",
            InstrumentProtocol.Radwag => $"S      {digits[..9]} kg ",
            InstrumentProtocol.Mitutoyo => $"01A+{digits[..6]}.{digits[6..]}",
            InstrumentProtocol.Mahr => $"+{digits[..10]}.{digits[10..]} mm",
            InstrumentProtocol.Starrett => $"+{digits[..7]}.{digits[7]}, IN",
            _ => $"ST,GS,+{digits[..10]}.{digits[10..]}{unit}",
        });
    }

    /// <summary>Spoils an answer in one of eight ways, often with a second on top.</summary>
    private static ReadOnlySpan<byte> Spoil(byte[] truth, byte[] room, SeededChance chance)
    {
        truth.CopyTo(room, 0);
        int length = truth.Length;
        for (int times = chance.Between(1, 4) == 4 ? 2 : 1; times > 0; times--)
        {
            int at = chance.Between(0, Math.Max(0, length - 1));
            switch (chance.Between(0, 7))
            {
                case 0:
                    room[at] ^= (byte)(1 << chance.Between(0, 7));
                    break;
                case 1:
                    room[at] = (byte)chance.Between(0, 255);
                    break;
                case 2:
                    room[at] = (byte)('0' + chance.Between(0, 9));
                    break;
                case 3 when length > 0:
                    room.AsSpan(at + 1, length - at - 1).CopyTo(room.AsSpan(at));
                    length--;
                    break;
                case 4 when length < InstrumentDialect.LineMax:
                    room.AsSpan(at, length - at).CopyTo(room.AsSpan(at + 1));
                    room[at] = truth[chance.Between(0, truth.Length - 1)];
                    length++;
                    break;
                case 5:
                    int other = chance.Between(0, Math.Max(0, length - 1));
                    (room[at], room[other]) = (room[other], room[at]);
                    break;
                case 6:
                    length = at;
                    break;
                default:
                    // The end of the one before, and this one without its beginning: a byte run over.
                    room.AsSpan(at, length - at).CopyTo(room);
                    length -= at;
                    break;
            }
        }

        return room.AsSpan(0, length);
    }
}
