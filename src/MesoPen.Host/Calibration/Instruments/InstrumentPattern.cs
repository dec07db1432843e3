using System.Text.RegularExpressions;
using MesoPen.Host.Input;

namespace MesoPen.Host.Calibration;

/// <summary>What the lines of any other instrument look like.</summary>
public sealed class InstrumentPattern
{
    /// <summary>A line is short, and the pattern cannot go back over it: this is a hundred times what it may need.</summary>
    private static readonly TimeSpan MatchLimit = TimeSpan.FromMilliseconds(100);

    private InstrumentPattern(Regex line, string ask, InstrumentQuantity quantity, string unit)
    {
        Line = line;
        Ask = ask;
        Quantity = quantity;
        Unit = unit;
    }

    /// <summary>What a whole line is: groups value, and if it has them unit and stable (which counts as at rest when it is not empty).</summary>
    public Regex Line { get; }

    /// <summary>What is sent to ask for a value; empty if the instrument sends by itself.</summary>
    public string Ask { get; }

    /// <summary>What it measures.</summary>
    public InstrumentQuantity Quantity { get; }

    /// <summary>The unit where the line names none.</summary>
    public string Unit { get; }

    /// <summary>Reads a pattern.</summary>
    /// <param name="line">A regular expression without look-around and back-references, for a line without its end.</param>
    /// <param name="ask">What is sent to ask; \r, \n and \e stand for CR, LF and ESC.</param>
    /// <param name="quantity">What it measures.</param>
    /// <param name="unit">The unit where the line names none: mg, g, µm, mm and so on.</param>
    /// <exception cref="InputException">It is none; the message is one sentence.</exception>
    public static InstrumentPattern Parse(string line, string ask, InstrumentQuantity quantity, string unit)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(ask);
        ArgumentNullException.ThrowIfNull(unit);
        try
        {
            const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
            Regex whole = new($"^(?:{line})$", Options, MatchLimit);
            if (!whole.GetGroupNames().Contains("value"))
            {
                throw new InputException(
                    "pattern", 0, @"The pattern has no group named value: write it around the number, as in (?<value>-?\d+\.\d+).");
            }

            if (InstrumentUnits.Find(System.Text.Encoding.UTF8.GetBytes(unit), quantity) is null)
            {
                throw new InputException("pattern", 0, $"The pattern's unit '{unit}' is not known: write one of {InstrumentUnits.Words(quantity)}.");
            }

            string bytes = ask.Replace(@"\r", "\r", StringComparison.Ordinal).Replace(@"\n", "\n", StringComparison.Ordinal)
                .Replace(@"\e", "\u001B", StringComparison.Ordinal);
            return new InstrumentPattern(whole, bytes, quantity, unit);
        }
        catch (Exception wrong) when (wrong is RegexParseException or NotSupportedException)
        {
            throw new InputException("pattern", 0, $"The pattern cannot be read: {wrong.Message}", wrong);
        }
    }
}
