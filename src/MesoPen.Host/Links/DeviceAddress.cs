using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MesoPen.Host.Input;

namespace MesoPen.Host.Links;

/// <summary>
/// Where a device is, as the user writes it: <c>PATH</c>, <c>serial:PATH?baud=N</c> or <c>tcp://HOST:PORT</c>.
/// </summary>
public sealed record DeviceAddress
{
    /// <summary>The rate of a device whose profile states none, Bd (hardware/protocol.md section 2).</summary>
    public const int DefaultBaud = 115_200;

    private const string SerialScheme = "serial:";
    private const string TcpScheme = "tcp://";
    private const string Forms = "write PATH, serial:PATH?baud=N or tcp://HOST:PORT";
    private const int HighestBaud = 4_000_000;

    private static readonly SearchValues<char> s_notInHost = SearchValues.Create("/?#@[] ");

    private DeviceAddress(string text)
    {
        Text = text;
    }

    /// <summary>The address as it was written.</summary>
    public string Text { get; }

    /// <summary>The serial port; null if the device is behind TCP.</summary>
    public string? Path { get; private init; }

    /// <summary>Rate of the serial port, Bd.</summary>
    public int Baud { get; private init; }

    /// <summary>The host; null if the device is on a serial port.</summary>
    public string? Host { get; private init; }

    /// <summary>The TCP port.</summary>
    public int Port { get; private init; }

    /// <summary>Reads an address.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="defaultBaud">The rate where the address states none: the device profile's.</param>
    /// <exception cref="InputException">It is none; the message is one sentence.</exception>
    public static DeviceAddress Parse(string text, int defaultBaud = DefaultBaud) =>
        TryParse(text, defaultBaud, out DeviceAddress? address, out string? problem)
            ? address
            : throw new InputException(string.IsNullOrWhiteSpace(text) ? "(no address)" : text, 0, problem);

    /// <summary>Reads an address; if it is none, <paramref name="problem"/> is one sentence that says why.</summary>
    public static bool TryParse(
        string? text, int defaultBaud, [NotNullWhen(true)] out DeviceAddress? address, [NotNullWhen(false)] out string? problem)
    {
        address = null;
        problem = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            problem = $"The device's address is empty: {Forms}.";
        }
        else if (text.AsSpan().ContainsAnyInRange('\0', '\x1F'))
        {
            problem = $"The address holds a control character: {Forms}.";
        }
        else if (text.StartsWith(TcpScheme, StringComparison.OrdinalIgnoreCase))
        {
            (address, problem) = ParseTcp(text, text[TcpScheme.Length..]);
        }
        else if (text.StartsWith(SerialScheme, StringComparison.OrdinalIgnoreCase))
        {
            (address, problem) = ParseSerial(text, text[SerialScheme.Length..], defaultBaud);
        }
        else if (text.Contains("://", StringComparison.Ordinal))
        {
            problem = $"The address begins with a scheme that is not known: {Forms}.";
        }
        else if (text.Contains("?baud", StringComparison.OrdinalIgnoreCase))
        {
            problem = $"The address states a rate without saying that it is a serial port: write serial:{text}.";
        }
        else
        {
            address = new DeviceAddress(text) { Path = text, Baud = defaultBaud };
        }

        return address is not null;
    }

    /// <summary>A new link to this address, not yet opened.</summary>
    /// <param name="time">The clock of its watches; null for the system's.</param>
    public IDeviceLink NewLink(TimeProvider? time = null) => Path is not null
        ? new SerialLink(Text, Path, Baud, time ?? TimeProvider.System)
        : new TcpLink(Text, Host!, Port, time ?? TimeProvider.System);

    /// <summary>Whether it leads to the same port or socket, by whatever name.</summary>
    public bool IsSamePlace(DeviceAddress other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Path is not null && other.Path is not null
            ? NodeOf(Path) == NodeOf(other.Path)
            : Host is not null && Port == other.Port && string.Equals(Host, other.Host, StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc />
    public override string ToString() => Text;

    // What is no link, or not there, is its own node.
    private static string NodeOf(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? System.IO.Path.GetFullPath(path);
        }
        catch (IOException)
        {
            return System.IO.Path.GetFullPath(path);
        }
    }

    private static (DeviceAddress? Address, string? Problem) ParseTcp(string text, string rest)
    {
        int colon = rest.LastIndexOf(':');
        string host = colon < 0 ? rest : rest[..colon];
        bool bracketed = host.StartsWith('[') && host.EndsWith(']');
        if (bracketed)
        {
            host = host[1..^1];
        }

        if (colon < 0 || host.Length == 0 || (host.Contains(':') && !bracketed) || host.AsSpan().ContainsAny(s_notInHost))
        {
            return (null, "The address does not name a host and a port: write tcp://HOST:PORT, for example tcp://localhost:7000.");
        }

        return int.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is >= 1 and <= ushort.MaxValue
            ? (new DeviceAddress(text) { Host = host, Port = port }, null)
            : (null, $"The address has '{rest[(colon + 1)..]}' for a port: write a number from 1 to {ushort.MaxValue}.");
    }

    private static (DeviceAddress? Address, string? Problem) ParseSerial(string text, string rest, int defaultBaud)
    {
        int question = rest.LastIndexOf('?');
        string path = question < 0 ? rest : rest[..question];
        if (path.Length == 0)
        {
            return (null, "The address does not name a serial port: write serial:PATH?baud=N, for example serial:/dev/ttyUSB0?baud=115200.");
        }

        if (question < 0)
        {
            return (new DeviceAddress(text) { Path = path, Baud = defaultBaud }, null);
        }

        string[] setting = rest[(question + 1)..].Split('=', 2);
        if (setting is not ["baud", string value])
        {
            return (null, $"The address has the setting '{setting[0]}', which is not known: only baud=N is.");
        }

        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int baud) && baud is >= 1 and <= HighestBaud
            ? (new DeviceAddress(text) { Path = path, Baud = baud }, null)
            : (null, $"The address has '{value}' for a rate: write a number of baud from 1 to {HighestBaud}.");
    }
}
