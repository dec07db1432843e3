namespace MesoPen.Host.Calibration;

/// <summary>Amounts of reference instruments, which are kept in their base unit, as people read them.</summary>
internal static class ReferenceUnits
{
    /// <summary>An amount with its unit.</summary>
    public static string Text(string role, long amount)
    {
        (decimal factor, string unit) = Of(role);
        return $"{FigureText.Exact(amount, factor)}\u00a0{unit}";
    }

    /// <summary>What makes of the base unit the printed one, and that.</summary>
    public static (decimal Factor, string Unit) Of(string role) => role switch
    {
        "balance" or "weights" => (0.000001m, "mg"),
        "gauge" => (0.001m, "µm"),
        "pressure" => (0.001m, "kPa"),
        "thermometer" => (0.001m, "°C"),
        "barometer" => (0.01m, "hPa"),
        _ => (0.1m, "%"),
    };
}
