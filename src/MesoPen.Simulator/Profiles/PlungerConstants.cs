namespace MesoPen.Simulator;

/// <summary>The plunger, its rubber and the line.</summary>
/// <param name="StopUs">From the full rate to still, µs.</param>
/// <param name="StallKpa">Pressure that the motor cannot overcome, kPa.</param>
/// <param name="ComplianceNlPerKpa">What rubber, syringe and line give way at once, nL/kPa.</param>
/// <param name="RelaxationNlPerKpa">What the rubber gives way slowly, nL/kPa.</param>
/// <param name="RelaxationMs">Time constant of the slow part, ms.</param>
public sealed record PlungerConstants(
    int StopUs, int StallKpa, double ComplianceNlPerKpa, double RelaxationNlPerKpa, int RelaxationMs);
