using System.Globalization;

namespace MesoPen.Simulator;

/// <summary>Reads <c>key=value,key=value</c> of whole numbers into a record.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="option">The option on the command line, for messages.</param>
/// <param name="keys">What each key sets.</param>
internal sealed class KeyValues<T>(string option, Dictionary<string, Func<T, long, T>> keys)
{
    /// <summary>The keys, for help.</summary>
    internal string Names => string.Join(", ", keys.Keys);

    /// <summary>Throws <see cref="SimulatorInputException"/>.</summary>
    internal T Apply(T record, string? text)
    {
        foreach (var pair in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            if (!keys.TryGetValue(parts[0], out var set))
            {
                throw new SimulatorInputException($"{option} {text}: there is no '{parts[0]}'; allowed: {Names}.");
            }

            const long Most = 1_000_000_000_000;
            record = parts.Length == 2 && long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) &&
                value is >= -Most and <= Most
                ? set(record, value)
                : throw new SimulatorInputException($"{option} {text}: {parts[0]} needs a whole number, as in {parts[0]}=1000.");
        }

        return record;
    }
}
