using System.Collections.Frozen;

namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>
/// Units that outcomes may have, as UCUM writes them (ucum.org), so that exchange needs no translation. Instruments for skin report in these:
/// arbitrary units of capacitance, microsiemens of conductance, ratios, per cent, an index, lengths.
/// </summary>
internal static class OutcomeUnits
{
    /// <summary>Every unit.</summary>
    public static FrozenSet<string> All { get; } =
        new[] { "1", "%", "[arb'U]", "{score}", "uS", "um", "mm", "g/(m2.h)" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>For sentences.</summary>
    public static string Sentence { get; } = string.Join(", ", All.Order(StringComparer.Ordinal));
}
