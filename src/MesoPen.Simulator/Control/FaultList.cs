using System.Text.Json.Nodes;

namespace MesoPen.Simulator;

/// <summary>The catalogue of faults, and those that are open, as JSON.</summary>
internal static class FaultList
{
    /// <summary>Every kind that the simulator can do by itself.</summary>
    internal static JsonArray Catalogue() => [.. FaultCatalogue.All.Where(kind => kind.InSimulator).Select(Describe)];

    /// <summary>Those that act or wait for their moment.</summary>
    internal static JsonArray Open(SimulatedDevice device) => [.. device.OpenFaults.Select(fault => new JsonObject
    {
        ["name"] = fault.Spec.Kind.Name,
        ["spec"] = fault.Spec.Text,
        ["acts"] = fault.Acts,
        ["ends_in_ms"] = fault is { Acts: true, UntilMs: < long.MaxValue } ? fault.UntilMs - device.Ms : null,
    })];

    private static JsonObject Describe(FaultKind kind)
    {
        JsonObject described = new()
        {
            ["name"] = kind.Name,
            ["group"] = kind.Group.ToString().ToLowerInvariant(),
            ["usage"] = kind.Usage,
            ["summary"] = kind.Summary,
            ["from_start"] = kind.FromStart,
            ["for_ms"] = kind.ForMs,
        };
        if (kind.TakesValue)
        {
            described["value"] = kind.Value;
            described["unit"] = kind.Unit;
            described["min"] = kind.Min;
            described["max"] = kind.Max;
        }

        return described;
    }
}
