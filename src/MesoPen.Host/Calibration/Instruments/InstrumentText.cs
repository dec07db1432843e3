using System.Globalization;
using System.Text;

namespace MesoPen.Host.Calibration;

/// <summary>What goes over an instrument's line, for people to read.</summary>
internal static class InstrumentText
{
    /// <summary>Printable characters as they are, the others by name or number in angle brackets.</summary>
    public static string Readable(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        foreach (byte each in bytes)
        {
            _ = each switch
            {
                (byte)'\r' => text.Append("<CR>"),
                (byte)'\n' => text.Append("<LF>"),
                0x1B => text.Append("<ESC>"),
                >= 0x20 and < 0x7F => text.Append((char)each),
                _ => text.Append(CultureInfo.InvariantCulture, $"<{each:X2}>"),
            };
        }

        return text.ToString();
    }

    /// <summary>A value with the digits that the instrument shows: 12.00005 g, 0.123 mm.</summary>
    public static string Shown(InstrumentReading reading)
    {
        bool mass = reading.Quantity == InstrumentQuantity.Mass;
        long unit = mass ? 1_000_000_000 : 1_000_000;
        int places = 0;
        for (long step = unit; step > reading.Resolution && places < 9; step /= 10)
        {
            places++;
        }

        string number = (reading.Value / (decimal)unit).ToString("F" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return $"{number} {(mass ? "g" : "mm")}{(reading.Stable ? string.Empty : ", not said to be at rest")}";
    }
}
