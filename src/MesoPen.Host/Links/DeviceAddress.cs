using System.Globalization;
using MesoPen.Host.Input;

namespace MesoPen.Host.Links;

/// <summary>Where a device is: a serial line or a TCP port.</summary>
/// <param name="Text">As the user wrote it.</param>
/// <param name="Path">Device node of a serial line; null for TCP.</param>
/// <param name="Baud">Rate of the serial line, Bd.</param>
/// <param name="Host">TCP host; null for serial.</param>
/// <param name="Port">TCP port.</param>
public sealed record DeviceAddress(string Text, string? Path, int Baud, string? Host, int Port)
{
    private const string Forms = "Write a path such as /dev/ttyUSB0, serial:PATH?baud=N, or tcp://HOST:PORT.";

    /// <summary>Reads <c>PATH</c>, <c>serial:PATH?baud=N</c> or <c>tcp://HOST:PORT</c>.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="defaultBaud">Rate where the address states none: the device profile's.</param>
    /// <exception cref="InputException">It is none of these.</exception>
    public static DeviceAddress Parse(string text, int defaultBaud)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.StartsWith("tcp://", StringComparison.OrdinalIgnoreCase))
        {
            return Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri is { Port: > 0, PathAndQuery: "/" } && uri.Host.Length > 0
                ? new DeviceAddress(text, null, 0, uri.IdnHost.Trim('[', ']'), uri.Port)
                : throw new InputException(text, 0, "This is not a TCP address with host and port. " + Forms);
        }

        if (!text.StartsWith("serial:", StringComparison.OrdinalIgnoreCase))
        {
            return text.Length > 0 && !text.Contains("://", StringComparison.Ordinal)
                ? new DeviceAddress(text, text, defaultBaud, null, 0)
                : throw new InputException(text.Length == 0 ? "(empty)" : text, 0, "This is not a device address. " + Forms);
        }

        string[] parts = text["serial:".Length..].Split('?', 2);
        int baud = defaultBaud;
        bool good = parts[0].Length > 0
            && (parts.Length == 1
                || (parts[1].StartsWith("baud=", StringComparison.Ordinal)
                    && int.TryParse(parts[1]["baud=".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out baud)
                    && baud is >= 300 and <= 4_000_000));
        return good
            ? new DeviceAddress(text, parts[0], baud, null, 0)
            : throw new InputException(text, 0, "This is not a serial address with a rate of 300 to 4000000 Bd. " + Forms);
    }

    /// <summary>A link to it, not yet opened.</summary>
    public IDeviceLink NewLink() => Path is null ? new TcpLink(this) : new SerialLink(this);
}
