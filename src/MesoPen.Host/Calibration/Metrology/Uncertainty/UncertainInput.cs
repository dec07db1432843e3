namespace MesoPen.Host.Calibration.Metrology;

/// <summary>An input of a measurand, as far as it is known.</summary>
/// <param name="Source">Where its uncertainty comes from.</param>
/// <param name="ByStatistics">Type A.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Value">Estimate.</param>
/// <param name="Standard">Standard uncertainty; for Student's t the scale s/√n, as the GUM has it.</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="DegreesOfFreedom">Null if taken as known.</param>
public sealed record UncertainInput(
    BudgetSource Source, bool ByStatistics, InputShape Shape, double Value, double Standard, string Unit, double? DegreesOfFreedom);
