using System.Collections.Immutable;

namespace MesoPen.Host.Calibration;

/// <summary>Begins a calibration. What is null is taken from the device's profile or has the default that its text names.</summary>
/// <param name="Kind">What is calibrated.</param>
/// <param name="Device">Address, or id of a saved device.</param>
/// <param name="Instrument">Address of the instrument with its protocol; <c>typed</c> or null if a person reads it.</param>
/// <param name="References">Ids of the instruments that the result is traced to.</param>
/// <param name="Customer">For whom.</param>
/// <param name="Place">Laboratory and place.</param>
/// <param name="Condition">State in which the device came.</param>
/// <param name="MonthsValid">Months until it is due again: the site decides, there is no default.</param>
/// <param name="Points">Values to measure; null for 10, 50 and 100 % of the range of doses, 10, 25, 50, 75 and 100 % of that of depths.</param>
/// <param name="Rule">How results are held against their limits; null for guarded.</param>
/// <param name="ShotsValid">Shots until it is due again; null if only the date counts.</param>
/// <param name="HeadLot">Lot of the needle head and cartridge.</param>
/// <param name="Needles">Needles to gauge, the first so many; null for one.</param>
/// <param name="DrainMs">Time for the last drop to fall, ms; null for 2000.</param>
/// <param name="BlankMs">How long a blank lasts, ms; null for 120000.</param>
/// <param name="Adjust">When an adjustment is proposed; null if what was found fails.</param>
/// <param name="WeightDensity">Density of the weights, kg/m³; null for 8000.</param>
/// <param name="ExpansionPerMilliK">Cubic thermal expansion of the syringe, 10⁻⁹ per K; null if not corrected for.</param>
/// <param name="OperatorPermille">What the operator brings in; null for an unattended run.</param>
/// <param name="Liquid">Test liquid; null for distilled water.</param>
public sealed record BeginCalibration(
    CalibrationKind Kind, string Device, string? Instrument, ImmutableArray<string> References, string Customer, string Place, string Condition,
    int MonthsValid, ImmutableArray<PointAsked>? Points = null, DecisionRule? Rule = null, long? ShotsValid = null, string? HeadLot = null,
    int? Needles = null, int? DrainMs = null, int? BlankMs = null, AdjustWhen? Adjust = null, int? WeightDensity = null,
    int? ExpansionPerMilliK = null, int? OperatorPermille = null, string? Liquid = null);
