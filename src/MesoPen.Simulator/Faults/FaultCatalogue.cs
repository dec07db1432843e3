namespace MesoPen.Simulator;

/// <summary>
/// Every fault that can be asked for, on the command line, in a scenario, at the console and in a test. Each acts in the plant, on the link, in
/// the operator's hand or around the host; none reaches into the firmware's logic.
/// </summary>
public static partial class FaultCatalogue
{
    /// <summary>All kinds, by name.</summary>
    public static IReadOnlyList<FaultKind> All { get; } =
        [.. LinkKinds().Concat(DeviceKinds()).Concat(OperatorKinds()).Concat(HostKinds()).OrderBy(kind => kind.Name, StringComparer.Ordinal)];

    /// <summary>The kind of a name, or null.</summary>
    public static FaultKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    private static FaultKind Plain(string name, FaultGroup group, int? forMs, string summary) =>
        new(name, group, summary) { ForMs = forMs };

    private static FaultKind Valued(
        string name, FaultGroup group, (int Value, string Unit, int Min, int Max) value, int? forMs, string summary) =>
        new(name, group, summary) { Value = value.Value, Unit = value.Unit, Min = value.Min, Max = value.Max, ForMs = forMs };
}
