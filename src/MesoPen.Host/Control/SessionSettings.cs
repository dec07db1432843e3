using MesoPen.Host.Input;
using MesoPen.Kernel;

namespace MesoPen.Host.Control;

/// <summary>The kernel's options for a plan on a device profile.</summary>
internal static class SessionSettings
{
    /// <summary>Tolerances as the profile states them, the dose's for the largest dose of the plan.</summary>
    public static SessionOptions Of(TreatmentInput input) => new(
        new Depth(input.Profile.Tolerance.DepthUm),
        new Volume(input.Plan.Zones.Max(zone => input.Profile.Tolerance.OfDoseNl(zone.Dose.Nl))));
}
