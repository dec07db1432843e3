namespace MesoPen.Gpio;

/// <summary>What a stepper does.</summary>
/// <param name="NmPerStep">Travel of a step, nm; 1 where steps are counted and not travel.</param>
/// <param name="StartStepsPerS">The rate at which it starts and stops at once.</param>
/// <param name="MaxStepsPerS">Its highest rate.</param>
/// <param name="AccelerationStepsPerS2">How quickly the rate may change between the two.</param>
/// <param name="ForwardHigh">Level of its direction line that moves outwards, or the plunger forward.</param>
internal sealed record AxisMechanics(int NmPerStep, int StartStepsPerS, int MaxStepsPerS, int AccelerationStepsPerS2, bool ForwardHigh);
