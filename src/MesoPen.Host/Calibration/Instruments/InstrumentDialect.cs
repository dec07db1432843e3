using System.Collections.Immutable;

namespace MesoPen.Host.Calibration;

/// <summary>How one kind of instrument is asked and understood. Pure: bytes in, meaning out; nothing that comes can make it throw.</summary>
internal abstract class InstrumentDialect
{
    /// <summary>The rate of a line where none is stated, Bd.</summary>
    public const int UsualBaud = 9600;

    /// <summary>A longer line is of none of these instruments.</summary>
    public const int LineMax = 96;

    /// <summary>Its protocol.</summary>
    public abstract InstrumentProtocol Protocol { get; }

    /// <summary>What it measures.</summary>
    public virtual InstrumentQuantity Quantity => InstrumentQuantity.Mass;

    /// <summary>Asks for a value at rest; empty if the instrument sends by itself.</summary>
    public abstract string AskStable { get; }

    /// <summary>Asks for a value at once.</summary>
    public virtual string AskNow => AskStable;

    /// <summary>Whether <see cref="AskStable"/> may be answered only when it is at rest.</summary>
    public virtual bool WaitsForRest => true;

    /// <summary>Whether the protocol says nothing of rest.</summary>
    public virtual bool RestByRepetition => false;

    /// <summary>
    /// Equal answers in a row that make a value. Where the protocol tells rest, four guard against a spoilt line; where it does not, five,
    /// which is what others use with such gauges.
    /// </summary>
    public virtual int EqualAnswers => RestByRepetition ? 5 : 4;

    /// <summary>Makes it zero; null if that cannot be done.</summary>
    public virtual string? Zero => null;

    /// <summary>Takes a tare; null if that cannot be done.</summary>
    public virtual string? Tare => null;

    /// <summary>Whether an order is answered.</summary>
    public virtual bool Acknowledges => true;

    /// <summary>Asks for the model; null if there is no such question.</summary>
    public virtual string? AskModel => null;

    /// <summary>Asks for the serial number; null if there is no such question.</summary>
    public virtual string? AskSerial => null;

    /// <summary>Line settings to try, the likely ones first.</summary>
    public virtual ImmutableArray<InstrumentSettings> Settings { get; } = InstrumentSettings.List("9600-8N1");

    /// <summary>
    /// Those that can be told by their answers, in the order in which they are asked: what is sent later disturbs what was asked before least.
    /// </summary>
    public static ImmutableArray<InstrumentDialect> Known { get; } =
        [new MtSicsDialect(), new RadwagDialect(), new SbiDialect(), new MahrDialect(), new StarrettDialect(), new MitutoyoDialect()];

    /// <summary>The dialect of a protocol.</summary>
    public static InstrumentDialect Of(InstrumentProtocol protocol, InstrumentOptions options) => protocol switch
    {
        InstrumentProtocol.MtSics => new MtSicsDialect(),
        InstrumentProtocol.Sbi => new SbiDialect(),
        InstrumentProtocol.Radwag => new RadwagDialect(),
        InstrumentProtocol.Mitutoyo => new MitutoyoDialect(),
        InstrumentProtocol.Mahr => new MahrDialect(),
        InstrumentProtocol.Starrett => new StarrettDialect(),
        InstrumentProtocol.Pattern => new PatternDialect(options.Pattern
            ?? throw new Input.InputException("protocol=pattern", 0, "The instrument's pattern is missing: state what its lines look like.")),
        _ => throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "Nobody is spoken to so."),
    };

    /// <summary>What a line is, without its end.</summary>
    public abstract InstrumentReply Read(ReadOnlySpan<byte> line);

    /// <summary>The text in an answer to <see cref="AskModel"/> or <see cref="AskSerial"/>; null if the line is no such answer.</summary>
    public virtual string? ReadText(ReadOnlySpan<byte> line) => null;
}
