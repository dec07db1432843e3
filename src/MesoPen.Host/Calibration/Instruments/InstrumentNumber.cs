namespace MesoPen.Host.Calibration;

/// <summary>A decimal number as an instrument writes it, kept exact.</summary>
/// <param name="Digits">All its digits as one whole number, with the sign.</param>
/// <param name="Decimals">How many of them stand behind the point.</param>
internal readonly record struct InstrumentNumber(long Digits, int Decimals)
{
    /// <summary>No instrument shows more.</summary>
    private const int DigitsMax = 12;

    /// <summary>Reads a sign, digits and a point with digits on both its sides, and nothing else.</summary>
    /// <param name="text">The number.</param>
    /// <param name="zeros">Whether zeros may stand in front, as in lines of a fixed number of digits.</param>
    /// <param name="number">What was read.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, bool zeros, out InstrumentNumber number)
    {
        number = default;
        bool negative = text.Length > 0 && text[0] == '-';
        if (negative || (text.Length > 0 && text[0] == '+'))
        {
            text = text[1..];
        }

        long digits = 0;
        int count = 0;
        int point = -1;
        foreach (byte each in text)
        {
            if (each == '.' && point < 0 && count > 0)
            {
                point = count;
            }
            else if (each is >= (byte)'0' and <= (byte)'9' && count < DigitsMax)
            {
                digits = digits * 10 + (each - '0');
                count++;
            }
            else
            {
                return false;
            }
        }

        int whole = point < 0 ? count : point;
        if (count == 0 || point == count || (!zeros && whole > 1 && text[0] == '0'))
        {
            return false;
        }

        number = new InstrumentNumber(negative ? -digits : digits, count - whole);
        return true;
    }

    /// <summary>The number in this unit as whole ng or nm; false if it is none or too large.</summary>
    public bool TryIn(InstrumentUnit unit, out long value, out long resolution)
    {
        resolution = unit.Base;
        value = 0;
        for (int i = 0; i < Decimals; i++)
        {
            if (resolution % 10 != 0)
            {
                return false;
            }

            resolution /= 10;
        }

        Int128 exact = (Int128)Digits * resolution;
        if (exact < -ReadingBounds.Most || exact > ReadingBounds.Most)
        {
            return false;
        }

        value = (long)exact;
        return true;
    }
}
