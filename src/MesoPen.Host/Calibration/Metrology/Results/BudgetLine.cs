namespace MesoPen.Host.Calibration.Metrology;

/// <summary>One line of an uncertainty budget (JCGM 100:2008, table H.1).</summary>
/// <param name="Source">Where it comes from, one of <see cref="BudgetSource"/>.</param>
/// <param name="ByStatistics">Type A: from the scatter of readings. Otherwise type B.</param>
/// <param name="Shape">Shape of what is known of the input.</param>
/// <param name="Value">Estimate of the input, in <paramref name="Unit"/>; 0 for what is only an error around zero.</param>
/// <param name="Standard">Its standard uncertainty, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit of the input.</param>
/// <param name="Sensitivity">Change of the result (nL, µm, kPa) for one unit of the input.</param>
/// <param name="Contribution">Standard uncertainty that it brings into the result, nL, µm or kPa; never negative.</param>
/// <param name="DegreesOfFreedom">Null if it is taken as known.</param>
/// <param name="SharePercent">Share in the variance of the result, percent.</param>
public sealed record BudgetLine(
    BudgetSource Source, bool ByStatistics, InputShape Shape, double Value, double Standard, string Unit, double Sensitivity, double Contribution,
    double? DegreesOfFreedom, double SharePercent);
