namespace MesoPen.Host.Calibration;

/// <summary>Units as D-SI writes them (SmartCom, D-SI brochure): prefixes and units as words after a backslash.</summary>
internal static class DsiUnits
{
    /// <summary>A printed unit as D-SI writes it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nobody has said how.</exception>
    public static string Of(string unit) => unit switch
    {
        "" => "\\one",
        "µL" => "\\micro\\litre",
        "µm" => "\\micro\\metre",
        "kPa" => "\\kilo\\pascal",
        "hPa" => "\\hecto\\pascal",
        "mg" => "\\milli\\gram",
        "mg/h" => "\\milli\\gram\\hour\\tothe{-1}",
        "µL/mg" => "\\micro\\litre\\milli\\gram\\tothe{-1}",
        "kg/m³" => "\\kilogram\\metre\\tothe{-3}",
        "°C" => "\\degreecelsius",
        "%" => "\\percent",
        "ms" => "\\milli\\second",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "D-SI's word for this unit is not known here."),
    };
}
