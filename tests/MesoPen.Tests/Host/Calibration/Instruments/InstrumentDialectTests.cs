using System.Text;
using MesoPen.Host.Calibration;

namespace MesoPen.Tests.Host.Calibration.Instruments;

/// <summary>
/// Lines as the makers' manuals show them. Sources: MT-SICS: Mettler Toledo, AL-IC operating instructions, p. 72, and the reference manuals
/// MT-SICS (response formats); KERN: KCP. SBI: Sartorius GC803S p. 57, Master series p. 79, LE2202S p. 51, WZA p. 24. Radwag: R series p. 82,
/// PS series p. 69. Mitutoyo: QM-Height p. 67. Mahr: Millimar C 1216 p. 69 and 70; Sylvac Power p. 15. Starrett: IQ p. 17.
/// </summary>
public sealed class InstrumentDialectTests
{
    private const long G = 1_000_000_000;
    private const long Mm = 1_000_000;

    [Theory]
    [InlineData(InstrumentProtocol.MtSics, "S S     100.00 g", 100 * G, G / 100, true)]
    [InlineData(InstrumentProtocol.MtSics, "S D     100.00 g", 100 * G, G / 100, false)]
    [InlineData(InstrumentProtocol.MtSics, "S S      -0.12 mg", -120_000, 10_000, true)]
    [InlineData(InstrumentProtocol.MtSics, "S S  12.000051 g", 12_000_051_000, 1_000, true)]
    [InlineData(InstrumentProtocol.MtSics, "S S          5 g", 5 * G, G, true)]
    [InlineData(InstrumentProtocol.MtSics, "SI D     100.00 g", 100 * G, G / 100, false)]
    [InlineData(InstrumentProtocol.Sbi, "+   123.56 g  ", 123_560_000_000, G / 100, true)]
    [InlineData(InstrumentProtocol.Sbi, "+   123.56    ", 123_560_000_000, G / 100, false)]
    [InlineData(InstrumentProtocol.Sbi, "+ 123.5[6] g  ", 123_560_000_000, G / 100, true)]
    [InlineData(InstrumentProtocol.Sbi, "+  123.5[6]g  ", 123_560_000_000, G / 100, true)]
    [InlineData(InstrumentProtocol.Sbi, "-   0.0012 mg ", -1_200, 100, true)]
    [InlineData(InstrumentProtocol.Sbi, "N     +   123.56 g  ", 123_560_000_000, G / 100, true)]
    [InlineData(InstrumentProtocol.Sbi, "N     + 123.5[6] g  ", 123_560_000_000, G / 100, true)]
    [InlineData(InstrumentProtocol.Sbi, "G#    +   123.56 g", 123_560_000_000, G / 100, true)]
    [InlineData(InstrumentProtocol.Sbi, "+       18 g  ", 18 * G, G, true)]
    [InlineData(InstrumentProtocol.Radwag, "S     -      8.5 g  ", -8_500_000_000, G / 10, true)]
    [InlineData(InstrumentProtocol.Radwag, "SUI ? -   58.237 kg ", -58_237 * G, G, false)]
    [InlineData(InstrumentProtocol.Radwag, "SI         18.50012 g", 0, 0, false)]
    [InlineData(InstrumentProtocol.Radwag, "SI       18.5001 g  ", 18_500_100_000, 100_000, true)]
    [InlineData(InstrumentProtocol.Mitutoyo, "01A+0000.123", 123_000, 1_000, false)]
    [InlineData(InstrumentProtocol.Mitutoyo, "01A-00012.34", -12_340_000, 10_000, false)]
    [InlineData(InstrumentProtocol.Mitutoyo, "-0.0005", -500, 100, false)]
    [InlineData(InstrumentProtocol.Mahr, "+001.234mm", 1_234_000, 1_000, false)]
    [InlineData(InstrumentProtocol.Mahr, "-12.3456 mm <", -12_345_600, 100, false)]
    [InlineData(InstrumentProtocol.Mahr, "+0.00005in", 1_270, 254, false)]
    [InlineData(InstrumentProtocol.Mahr, "+012.34", 12_340_000, 10_000, false)]
    [InlineData(InstrumentProtocol.Starrett, "+  2.1380, MM", 2_138_000, 100, false)]
    [InlineData(InstrumentProtocol.Starrett, "- 0.08415, IN", -2_137_410, 254, false)]
    public void Value_of_the_manual_is_read_exactly(InstrumentProtocol protocol, string line, long value, long resolution, bool stable)
    {
        // Aim: value, last digit and rest, to the nanogram and the nanometre. A line of another length is none.
        InstrumentReply reply = Read(protocol, line);
        if (resolution == 0)
        {
            Assert.Equal(InstrumentReply.Garbled, reply);
            return;
        }

        Assert.Equal(Value(value, resolution, stable), reply);
    }

    [Theory]
    [InlineData(InstrumentProtocol.MtSics, "S I", InstrumentProblem.Busy)]
    [InlineData(InstrumentProtocol.MtSics, "S +", InstrumentProblem.Overload)]
    [InlineData(InstrumentProtocol.MtSics, "S -", InstrumentProblem.Underload)]
    [InlineData(InstrumentProtocol.MtSics, "ES", InstrumentProblem.NotUnderstood)]
    [InlineData(InstrumentProtocol.MtSics, "EL", InstrumentProblem.NotUnderstood)]
    [InlineData(InstrumentProtocol.MtSics, "ET", InstrumentProblem.Garbled)]
    [InlineData(InstrumentProtocol.MtSics, "S S Error 10b", InstrumentProblem.Fault)]
    [InlineData(InstrumentProtocol.MtSics, "S M       0.12 g", InstrumentProblem.BelowMinimum)]
    [InlineData(InstrumentProtocol.MtSics, "S S     100.00 oz", InstrumentProblem.WrongUnit)]
    [InlineData(InstrumentProtocol.MtSics, "S S     1 0.00 g", InstrumentProblem.Garbled)]
    [InlineData(InstrumentProtocol.MtSics, "S S    100.00 g", InstrumentProblem.Garbled)]
    [InlineData(InstrumentProtocol.MtSics, "S S      100.00 g", InstrumentProblem.Garbled)]
    [InlineData(InstrumentProtocol.MtSics, "S S   T 100.00 g", InstrumentProblem.Garbled)]
    [InlineData(InstrumentProtocol.Sbi, "       H      ", InstrumentProblem.Overload)]
    [InlineData(InstrumentProtocol.Sbi, "       L      ", InstrumentProblem.Underload)]
    [InlineData(InstrumentProtocol.Sbi, "       C      ", InstrumentProblem.Busy)]
    [InlineData(InstrumentProtocol.Sbi, "     High     ", InstrumentProblem.Overload)]
    [InlineData(InstrumentProtocol.Sbi, "     Low      ", InstrumentProblem.Underload)]
    [InlineData(InstrumentProtocol.Sbi, "  Cal. Ext.   ", InstrumentProblem.Busy)]
    [InlineData(InstrumentProtocol.Sbi, "Err 054       ", InstrumentProblem.Fault)]
    [InlineData(InstrumentProtocol.Sbi, "Stat        HH      ", InstrumentProblem.Overload)]
    [InlineData(InstrumentProtocol.Sbi, "Stat        L       ", InstrumentProblem.Underload)]
    [InlineData(InstrumentProtocol.Sbi, "Stat     ERR 054    ", InstrumentProblem.Fault)]
    [InlineData(InstrumentProtocol.Sbi, "   PRT.ER     ", InstrumentProblem.Fault)]
    [InlineData(InstrumentProtocol.Sbi, "T2    +    12.00 g  ", InstrumentProblem.Garbled)]
    [InlineData(InstrumentProtocol.Sbi, "+      253 pcs", InstrumentProblem.WrongUnit)]
    [InlineData(InstrumentProtocol.Radwag, "S ^", InstrumentProblem.Overload)]
    [InlineData(InstrumentProtocol.Radwag, "S v", InstrumentProblem.Underload)]
    [InlineData(InstrumentProtocol.Radwag, "S I", InstrumentProblem.Busy)]
    [InlineData(InstrumentProtocol.Radwag, "S E", InstrumentProblem.NotStable)]
    [InlineData(InstrumentProtocol.Radwag, "ES", InstrumentProblem.NotUnderstood)]
    [InlineData(InstrumentProtocol.Radwag, "SI  ^    999.000 g  ", InstrumentProblem.Overload)]
    [InlineData(InstrumentProtocol.Mitutoyo, "911", InstrumentProblem.Fault)]
    [InlineData(InstrumentProtocol.Mahr, "ERR0", InstrumentProblem.Fault)]
    [InlineData(InstrumentProtocol.Mahr, "ERR1", InstrumentProblem.NotUnderstood)]
    [InlineData(InstrumentProtocol.Mahr, "ERR3", InstrumentProblem.Overload)]
    [InlineData(InstrumentProtocol.Starrett, "NOT FOUND", InstrumentProblem.NotUnderstood)]
    public void Problem_of_the_manual_is_told_apart(InstrumentProtocol protocol, string line, InstrumentProblem problem) =>

        // Aim: what is no weight is never one, and each reason is its own.
        Assert.Equal(InstrumentReply.Of(problem), Read(protocol, line));

    [Theory]
    [InlineData(InstrumentProtocol.MtSics, "I4 A \"B021002593\"", (int)InstrumentReplyKind.Text)]
    [InlineData(InstrumentProtocol.MtSics, "Z A", (int)InstrumentReplyKind.Done)]
    [InlineData(InstrumentProtocol.MtSics, "T A", (int)InstrumentReplyKind.Done)]
    [InlineData(InstrumentProtocol.MtSics, "T S     100.00 g", (int)InstrumentReplyKind.Done)]
    [InlineData(InstrumentProtocol.MtSics, "TI D     100.00 g", (int)InstrumentReplyKind.Done)]
    [InlineData(InstrumentProtocol.MtSics, "ZI S", (int)InstrumentReplyKind.Done)]
    [InlineData(InstrumentProtocol.MtSics, "C3 B", (int)InstrumentReplyKind.Taken)]
    [InlineData(InstrumentProtocol.Radwag, "S A", (int)InstrumentReplyKind.Taken)]
    [InlineData(InstrumentProtocol.Radwag, "Z D", (int)InstrumentReplyKind.Done)]
    public void Answer_to_an_order_is_no_weight(InstrumentProtocol protocol, string line, int kind) =>

        // Aim: a tare's weight, a name, an acknowledgement: none is taken for what lies on the pan.
        Assert.Equal((InstrumentReplyKind)kind, Read(protocol, line).Kind);

    [Fact]
    public void Names_are_read()
    {
        // Aim: model and serial number in the words of each language.
        Assert.Equal("B021002593", Text(InstrumentProtocol.MtSics, "I4 A \"B021002593\""));
        Assert.Equal("AB204-S 220.0000 g", Text(InstrumentProtocol.MtSics, "I2 A \"AB204-S 220.0000 g\""));
        Assert.Equal("123456", Text(InstrumentProtocol.Radwag, "NB A \"123456\""));
        Assert.Equal("0012345678", Text(InstrumentProtocol.Sbi, "0012345678"));
        Assert.Equal("MAHR GMBH,C1208", Text(InstrumentProtocol.Mahr, "MAHR GMBH,C1208 "));
        Assert.Null(Text(InstrumentProtocol.Mahr, "ERR1"));
    }

    [Theory]
    [InlineData(InstrumentProtocol.Sbi, "+ 12.00000 g  ")]
    [InlineData(InstrumentProtocol.Sbi, "+ 12.00000    ")]
    [InlineData(InstrumentProtocol.Sbi, "N     + 12.00000 g  ")]
    [InlineData(InstrumentProtocol.Sbi, "G#    - 1.200[0] mg ")]
    [InlineData(InstrumentProtocol.Sbi, "2.00000 g")]
    [InlineData(InstrumentProtocol.Sbi, "       H      ")]
    [InlineData(InstrumentProtocol.Mahr, "+0.123 mm")]
    [InlineData(InstrumentProtocol.Mahr, "0.123")]
    public void Weight_is_nobodys_name(InstrumentProtocol protocol, string line) =>

        // Aim: a balance that prints by itself is not known by what lies on it: where a name is any text, a weight is none, spoilt or not.
        Assert.Null(Text(protocol, line));

    [Theory]
    [InlineData(InstrumentProtocol.MtSics, "S S 99999999999 g")]
    [InlineData(InstrumentProtocol.MtSics, "S S 999999999999 kg")]
    [InlineData(InstrumentProtocol.MtSics, "S S    1000001 kg")]
    [InlineData(InstrumentProtocol.MtSics, "S S   -1000001 kg")]
    [InlineData(InstrumentProtocol.Sbi, "+ 99999999 kg ")]
    [InlineData(InstrumentProtocol.Sbi, "- 99999999 kg ")]
    [InlineData(InstrumentProtocol.Radwag, "S      999999999 kg ")]
    [InlineData(InstrumentProtocol.Starrett, "+999999999, MM")]
    [InlineData(InstrumentProtocol.Mahr, "+99999999999.9 mm")]
    public void Value_that_nothing_weighs_is_none(InstrumentProtocol protocol, string line) =>

        // Aim: figures beyond a tonne, and beyond 64 bits, are garbled like any other noise; none ends the program.
        Assert.Equal(InstrumentReply.Of(InstrumentProblem.Garbled), Read(protocol, line));

    [Fact]
    public void Value_at_the_bound_is_one() =>

        // Aim: the bound itself is read.
        Assert.Equal(Value(1_000 * 1000 * G, 1000 * G, stable: true), Read(InstrumentProtocol.MtSics, "S S       1000 kg"));

    [Fact]
    public void Pattern_reads_value_unit_and_rest()
    {
        // Aim: a line of no known language; its own word for rest; a unit of its own where the line has none.
        InstrumentPattern pattern = InstrumentPattern.Parse(
            @"(?<stable>ST)?,?GS,(?<value>[+-]\d+\.\d+)(?<unit>g|mg)?", @"Q\r\n", InstrumentQuantity.Mass, "g");
        PatternDialect dialect = new(pattern);
        Assert.Equal("Q\r\n", dialect.AskStable);
        Assert.Equal(Value(123_450_000, 10_000, stable: true), Read(dialect, "ST,GS,+0123.45mg"));
        Assert.Equal(Value(123_450_000_000, 10_000_000, stable: false), Read(dialect, "GS,+0123.45"));
        Assert.Equal(InstrumentReply.Garbled, Read(dialect, "ST,GS,+0123.45mgx"));
        Assert.Equal(InstrumentReply.Garbled, Read(dialect, new string('9', 5000)));
    }

    [Theory]
    [InlineData("(", "cannot be read")]
    [InlineData(@"(\d+)", "no group named value")]
    [InlineData(@"(?<value>\d)\1", "cannot be read")]
    [InlineData(@"(?=x)(?<value>\d)", "cannot be read")]
    public void Pattern_that_is_none_says_so(string line, string why) =>

        // Aim: bad input becomes one sentence; what could make a match take for ever is refused at once.
        Assert.Contains(
            why,
            Assert.Throws<MesoPen.Host.Input.InputException>(() => InstrumentPattern.Parse(line, "", InstrumentQuantity.Mass, "g")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Every_problem_has_a_sentence_with_a_remedy()
    {
        // Aim: no problem without words, for balances and gauges; each ends as a sentence and says what to do.
        foreach (InstrumentProblem problem in Enum.GetValues<InstrumentProblem>().Where(each => each != InstrumentProblem.None))
        {
            foreach (InstrumentQuantity quantity in Enum.GetValues<InstrumentQuantity>())
            {
                string sentence = InstrumentProblems.Explain(problem, "serial:/dev/ttyUSB0", quantity);
                Assert.StartsWith("serial:/dev/ttyUSB0 ", sentence, StringComparison.Ordinal);
                Assert.Matches(@": .+\.$", sentence);
            }
        }
    }

    private static InstrumentReply Value(long value, long resolution, bool stable) =>
        new(InstrumentReplyKind.Value, value, resolution, stable, InstrumentProblem.None);

    private static InstrumentReply Read(InstrumentProtocol protocol, string line) =>
        Read(InstrumentDialect.Of(protocol, new InstrumentOptions()), line);

    private static InstrumentReply Read(InstrumentDialect dialect, string line) => dialect.Read(Encoding.Latin1.GetBytes(line));

    private static string? Text(InstrumentProtocol protocol, string line) =>
        InstrumentDialect.Of(protocol, new InstrumentOptions()).ReadText(Encoding.Latin1.GetBytes(line));
}
