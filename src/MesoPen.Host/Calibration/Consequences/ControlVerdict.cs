namespace MesoPen.Host.Calibration;

/// <summary>What a control chart says against a device.</summary>
/// <param name="Since">Day of the calibration that broke the rule.</param>
/// <param name="Rule">The rule that is broken, in words: "eight on one side of the mean".</param>
/// <param name="Nominal">At which value: nL, µm or kPa.</param>
public sealed record ControlVerdict(DateOnly Since, string Rule, long Nominal);
