using MesoPen.Host.Input;
using MesoPen.Kernel;
using MesoPen.Protocol;

namespace MesoPen.Hil;

/// <summary>Sees to it that an expectation names a figure that exists, in its own unit, with bounds where it needs them.</summary>
internal static class FigureCheck
{
    /// <summary>Figures of the record, with their units.</summary>
    public static IReadOnlyDictionary<string, string> Record { get; } = new Dictionary<string, string>
    {
        ["shots"] = "shots", ["partial_shots"] = "shots", ["not_delivered_shots"] = "shots", ["unknown_shots"] = "shots", ["delivered_nl"] = "nl", ["unknown_nl"] = "nl",
    };

    /// <summary>Figures of the plant's truth, with their units.</summary>
    public static IReadOnlyDictionary<string, string> Truth { get; } = new Dictionary<string, string>
    {
        ["shots"] = "shots", ["delivered_nl"] = "nl", ["deepest_um"] = "um", ["boots"] = "boots", ["cartridges"] = "cartridges",
    };

    private const string RowsOf = "rows.";

    // docs/records.md, Kinds of rows.
    private static readonly string[] RowKinds =
    [
        "session-opened", "baseline", "permit", "shot", "foreign-shot", "window-closed", "unknown-settled", "needle-changed", "latched", "released", "decision", "session-closed",
    ];

    /// <exception cref="InputException">The expectation cannot be meant.</exception>
    public static void Require(Expectation read, ScenarioMap map)
    {
        bool bounded = read.Equal is not null || read.AtLeast is not null || read.AtMost is not null;
        bool figure = read.Kind is ExpectationKind.Record or ExpectationKind.Truth or ExpectationKind.Wire;
        if (figure != bounded)
        {
            throw map.Error("equals", figure ? "A figure needs equals, at_least or at_most." : "equals, at_least and at_most go with record, truth and wire.");
        }

        switch (read.Kind)
        {
            case ExpectationKind.Record when !read.Name.StartsWith(RowsOf, StringComparison.Ordinal):
                Named(read, map, "record", Record);
                break;
            case ExpectationKind.Record:
                if (!RowKinds.Contains(read.Name[RowsOf.Length..]))
                {
                    throw map.Error("record", $"{Quoted.Of(read.Name)} is no kind of row: allowed are {string.Join(", ", RowKinds.Select(kind => RowsOf + kind))}.");
                }

                Unit(map, "rows");
                break;
            case ExpectationKind.Truth:
                Named(read, map, "truth", Truth);
                break;
            case ExpectationKind.Wire:
                Word(read, map, "wire", WireNames.Requests);
                Unit(map, "frames");
                break;
            case ExpectationKind.State:
                Word(read, map, "state", Enum.GetNames<SessionState>());
                break;
            case ExpectationKind.Device:
                Word(read, map, "device", [.. Enum.GetNames<DeviceState>().Select(each => each.ToLowerInvariant())]);
                break;
            case ExpectationKind.Latched:
                map.Reader.Integer("latched", 1, 999);
                break;
            default:
                break;
        }

        if (read.Zone is not null && (read.Kind != ExpectationKind.Record || read.Name.StartsWith(RowsOf, StringComparison.Ordinal)))
        {
            throw map.Error("zone", "zone goes with record.");
        }
    }

    private static void Named(Expectation read, ScenarioMap map, string key, IReadOnlyDictionary<string, string> figures)
    {
        Word(read, map, key, [.. figures.Keys]);
        Unit(map, figures[read.Name]);
    }

    private static void Word(Expectation read, ScenarioMap map, string key, IReadOnlyList<string> allowed)
    {
        if (!allowed.Contains(read.Name))
        {
            throw map.Error(key, $"{Quoted.Of(read.Name)} is no {key}: allowed are {string.Join(", ", allowed)}.");
        }
    }

    private static void Unit(ScenarioMap map, string unit)
    {
        if (map.Reader.OptionalText("unit") is { } given && given != unit)
        {
            throw map.Error("unit", $"The unit of this figure is {unit}, not {given}.");
        }
    }
}
