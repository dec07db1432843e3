namespace MesoPen.Host.Calibration;

/// <summary>A point of the picture of errors.</summary>
/// <param name="Nominal">Where.</param>
/// <param name="Error">Systematic error.</param>
/// <param name="Expanded">Expanded uncertainty.</param>
/// <param name="Tolerance">Largest error, either way.</param>
/// <param name="Acceptance">Largest error that is a plain pass.</param>
/// <param name="Mark">How it is drawn.</param>
/// <param name="Aside">How many steps beside its place, so that points of one place do not cover each other.</param>
internal sealed record ErrorPoint(double Nominal, double Error, double Expanded, double Tolerance, double Acceptance, PlotMark Mark, int Aside);
