namespace MesoPen.Host.Calibration;

/// <summary>The units that instruments write, in nanograms or nanometres.</summary>
internal static class InstrumentUnits
{
    private static readonly (string Word, byte[] Bytes, InstrumentUnit Unit)[] s_units =
    [
        Mass("kg", 1_000_000_000_000), Mass("g", 1_000_000_000), Mass("mg", 1_000_000), Mass("µg", 1_000), Mass("ug", 1_000), Mass("mcg", 1_000),

        // The metric carat is 200 mg.
        Mass("ct", 200_000_000),

        // The inch is 25.4 mm.
        Length("mm", 1_000_000), Length("µm", 1_000), Length("um", 1_000), Length("in", 25_400_000), Length("inch", 25_400_000),
        Length("IN", 25_400_000), Length("MM", 1_000_000), Length("\"", 25_400_000),
    ];

    /// <summary>The unit of these bytes (UTF-8, or Latin 1 for µ); null if there is none such of the quantity.</summary>
    public static InstrumentUnit? Find(ReadOnlySpan<byte> bytes, InstrumentQuantity quantity)
    {
        // A micro sign of one byte, as an instrument of the years before UTF-8 sends it.
        if (bytes.Length == 2 && bytes[0] == 0xB5)
        {
            bytes = bytes[1] == 'g' ? "ug"u8 : bytes[1] == 'm' ? "um"u8 : bytes;
        }

        foreach ((string _, byte[] word, InstrumentUnit unit) in s_units)
        {
            if (unit.Quantity == quantity && bytes.SequenceEqual(word))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>Whether these bytes may be a unit, if not one of these.</summary>
    public static bool IsWord(ReadOnlySpan<byte> bytes)
    {
        foreach (byte each in bytes)
        {
            if (!char.IsAsciiLetter((char)each) && each is not ((byte)'%' or (byte)'/'))
            {
                return false;
            }
        }

        return !bytes.IsEmpty;
    }

    /// <summary>All that are known, for messages.</summary>
    public static string Words(InstrumentQuantity quantity) =>
        string.Join(", ", s_units.Where(each => each.Unit.Quantity == quantity).Select(each => each.Word));

    private static (string Word, byte[] Bytes, InstrumentUnit Unit) Mass(string word, long ng) =>
        (word, System.Text.Encoding.UTF8.GetBytes(word), new InstrumentUnit(InstrumentQuantity.Mass, ng));

    private static (string Word, byte[] Bytes, InstrumentUnit Unit) Length(string word, long nm) =>
        (word, System.Text.Encoding.UTF8.GetBytes(word), new InstrumentUnit(InstrumentQuantity.Length, nm));
}
