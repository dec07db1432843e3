namespace MesoPen.Host.Input;

/// <summary>Techniques that plans and the catalogue name.</summary>
internal static class Technique
{
    /// <summary>
    /// All of them: micro-depots point by point, papules, nappage (many shallow shots in motion), a stamp of several needles, point by point
    /// in depth.
    /// </summary>
    public static readonly string[] All = ["micro-depot", "micro-papule", "nappage", "stamp", "point-by-point"];
}
