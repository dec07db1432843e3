using System.Collections.Immutable;

namespace MesoPen.Host.Calibration;

/// <summary>What was settled before the first reading.</summary>
/// <param name="Points">What is measured, in the order of work.</param>
/// <param name="Rule">How results are held against their limits.</param>
/// <param name="CoveragePermyriad">Coverage probability of the stated uncertainty, in ten-thousandths: 9545.</param>
/// <param name="References">Instruments that the result is traced to.</param>
/// <param name="Liquid">Test liquid; "distilled water" for weighing.</param>
/// <param name="WeightDensity">Density of the weights that the balance was adjusted with, kg/m³.</param>
/// <param name="ExpansionPerMilliK">Cubic thermal expansion of the syringe, 10⁻⁹ per K; 0 if not corrected for.</param>
/// <param name="OperatorPermille">Standard uncertainty that the operator brings in, thousandths of the dose; 0 for an unattended run.</param>
/// <param name="Customer">For whom.</param>
/// <param name="Place">Laboratory and place.</param>
/// <param name="MonthsValid">Months until it is due again; given by the site, no default.</param>
/// <param name="ShotsValid">Shots until it is due again; null if only the date counts.</param>
public sealed record CalibrationSetup(
    ImmutableArray<CalibrationPoint> Points, DecisionRule Rule, int CoveragePermyriad, ImmutableArray<ReferenceInstrument> References, string Liquid,
    int WeightDensity, int ExpansionPerMilliK, int OperatorPermille, string Customer, string Place, int MonthsValid, long? ShotsValid)
{
    /// <summary>Country of the laboratory, ISO 3166-1 alpha-2; null if it is not stated.</summary>
    public string? Country { get; init; }
}
