using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MesoPen.Host.Input;
using MesoPen.Host.Links;

namespace MesoPen.Host.Calibration;

/// <summary>
/// Where an instrument is and how it is spoken to, as the user writes it: <c>serial:PATH?baud=9600&amp;format=8N1&amp;protocol=mt-sics</c>,
/// <c>tcp://HOST:PORT?protocol=sbi</c>, <c>PATH</c>, or <c>typed</c>.
/// </summary>
public sealed record InstrumentAddress
{
    private const string TypedWord = "typed";
    private const int HighestBaud = 4_000_000;

    private InstrumentAddress(string text, DeviceAddress? place, int? baud, SerialFormat? format, InstrumentProtocol? protocol)
    {
        Text = text;
        Place = place;
        Baud = baud;
        Format = format;
        Protocol = protocol;
    }

    /// <summary>A person who reads the instrument.</summary>
    public static InstrumentAddress Typed { get; } = new(TypedWord, null, null, null, InstrumentProtocol.Typed);

    /// <summary>The address as it was written.</summary>
    public string Text { get; }

    /// <summary>Port or host; null if a person reads the instrument.</summary>
    public DeviceAddress? Place { get; }

    /// <summary>Rate of a serial line, Bd; null if none is stated.</summary>
    public int? Baud { get; }

    /// <summary>Format of a serial line; null if none is stated.</summary>
    public SerialFormat? Format { get; }

    /// <summary>How it is spoken to; null if that is not stated.</summary>
    public InstrumentProtocol? Protocol { get; }

    /// <summary>Reads an address.</summary>
    /// <exception cref="InputException">It is none; the message is one sentence.</exception>
    public static InstrumentAddress Parse(string text) => TryParse(text, out InstrumentAddress? address, out string? problem)
        ? address
        : throw new InputException(string.IsNullOrWhiteSpace(text) ? "(no address)" : text, 0, problem);

    /// <summary>Reads an address; if it is none, <paramref name="problem"/> is one sentence that says why.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out InstrumentAddress? address, [NotNullWhen(false)] out string? problem)
    {
        address = null;
        problem = null;
        if (text == TypedWord)
        {
            address = Typed;
            return true;
        }

        bool schemed = text?.StartsWith("serial:", StringComparison.Ordinal) == true || text?.StartsWith("tcp://", StringComparison.Ordinal) == true;
        int question = schemed ? text!.LastIndexOf('?') : -1;
        if (!DeviceAddress.TryParse(question < 0 ? text : text![..question], DeviceAddress.DefaultBaud, out DeviceAddress? place, out problem))
        {
            return false;
        }

        int? baud = null;
        SerialFormat? format = null;
        InstrumentProtocol? protocol = null;
        foreach (string setting in question < 0 ? [] : text![(question + 1)..].Split('&'))
        {
            problem = Read(setting, place.Path is not null, ref baud, ref format, ref protocol);
            if (problem is not null)
            {
                return false;
            }
        }

        address = new InstrumentAddress(text!, place, baud, format, protocol);
        return true;
    }

    /// <summary>The same place, spoken to in a stated way; a rate or format that is null is not stated.</summary>
    public InstrumentAddress With(int? baud, SerialFormat? format, InstrumentProtocol protocol)
    {
        if (Place?.Path is not { } path)
        {
            return Parse($"tcp://{Place?.Text.Split("://")[1]}?protocol={protocol.Word()}");
        }

        string rate = baud is { } known ? string.Create(CultureInfo.InvariantCulture, $"baud={known}&") : "";
        string bits = format is null ? "" : $"format={format}&";
        return Parse($"serial:{path}?{rate}{bits}protocol={protocol.Word()}");
    }

    /// <summary>The instrument at this address; its line is opened by the first call.</summary>
    /// <param name="options">What it is used with.</param>
    /// <param name="time">The clock of its watches and readings.</param>
    /// <exception cref="InputException">The address does not state how it is spoken to.</exception>
    public IInstrument NewInstrument(InstrumentOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        return Protocol switch
        {
            null => throw new InputException(
                Text, 0,
                $"The address does not state the instrument's protocol: add protocol= and one of {InstrumentProtocols.Words}, "
                + "or let 'mesopen instruments detect' find it."),
            InstrumentProtocol.Typed => new TypedInstrument(options.TypedQuantity, time),
            { } protocol => new LineInstrument(Text, () => NewLink(time), InstrumentDialect.Of(protocol, options), options, time),
        };
    }

    /// <inheritdoc />
    public override string ToString() => Text;

    /// <summary>A new line to this place, not yet opened.</summary>
    internal IDeviceLink NewLink(TimeProvider time) => Place switch
    {
        { Path: { } path } => new SerialLink(Place.Path, path, Baud ?? InstrumentDialect.UsualBaud, time, Format ?? SerialFormat.Usual),
        { Host: { } host } => new TcpLink(Place.Text, host, Place.Port, time, resynchronises: false),
        _ => throw new InvalidOperationException("A person is at the end of no line."),
    };

    private static string? Read(string setting, bool serial, ref int? baud, ref SerialFormat? format, ref InstrumentProtocol? protocol)
    {
        string[] parts = setting.Split('=', 2);
        string value = parts.Length == 2 ? parts[1] : string.Empty;
        switch (parts[0])
        {
            case "baud" when serial:
                bool number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int rate);
                baud = number && rate is >= 1 and <= HighestBaud ? rate : null;
                return baud is null ? $"The address has '{value}' for a rate: write a number of baud from 1 to {HighestBaud}." : null;
            case "format" when serial:
                return SerialFormat.TryParse(value, out format)
                    ? null
                    : $"The address has '{value}' for a format: write data bits, parity and stop bits, such as 8N1, 7E1 or 7O1.";
            case "protocol":
                return InstrumentProtocols.TryParse(value, out protocol) && protocol != InstrumentProtocol.Typed
                    ? null
                    : $"The address has '{value}' for a protocol: write one of {InstrumentProtocols.Words}.";
            default:
                return serial
                    ? $"The address has the setting '{parts[0]}', which is not known: baud, format and protocol are."
                    : $"The address has the setting '{parts[0]}', which is not known here: protocol is.";
        }
    }
}
