namespace MesoPen.Host.Calibration.Metrology;

/// <summary>The measurand as a function of its inputs, in the order of the budget.</summary>
/// <param name="inputs">A value for each.</param>
public delegate double Measurand(ReadOnlySpan<double> inputs);
