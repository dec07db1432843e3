namespace MesoPen.Host.Calibration;

/// <summary>Units as D-SI writes them (SmartCom, D-SI brochure): prefixes and units as words after a backslash.</summary>
internal static class DsiUnits
{
    /// <summary>A printed unit as D-SI writes it. Records that are checked may hold any text: one that is no unit of a certificate is no unit of D-SI either.</summary>
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
        _ => "\\undefined",
    };
}
