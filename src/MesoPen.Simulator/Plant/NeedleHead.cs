namespace MesoPen.Simulator;

/// <summary>Needles side by side as one resistance to flow.</summary>
internal static class NeedleHead
{
    /// <summary>
    /// Flow per pressure through a head, nL/s per kPa: Hagen and Poiseuille for laminar flow, Q/Δp = n·π·d⁴ / (128·µ·L). At the flows of the
    /// profiles the Reynolds number in a bore is under 2,000; losses at the entry are left out.
    /// </summary>
    internal static double Conductance(HeadConstants head, int needles, int viscosityUpas)
    {
        // µm⁴ / (µPa·s · µm) is 1e-12 m³/(Pa·s), which is 1e3 nL/s per kPa.
        double bore = head.BoreUm;
        return needles * Math.PI * bore * bore * bore * bore * 1e3 / (128.0 * viscosityUpas * head.LengthUm);
    }
}
