using System.Collections.Immutable;

namespace MesoPen.Host.Calibration.Metrology;

/// <summary>What every part of an evaluation sees, and the objections that they find.</summary>
/// <param name="data">What was recorded.</param>
/// <param name="draws">Draws of each cross-check; 0 for none.</param>
internal sealed class EvaluationContext(CalibrationData data, int draws)
{
    // Each cross-check draws from a seed of its own, and the same one each time.
    private const int FirstSeed = 101;

    private readonly ImmutableArray<Objection>.Builder _objections = ImmutableArray.CreateBuilder<Objection>();
    private int _checks;

    public CalibrationData Data => data;

    public CalibrationSetup Setup => data.Setup;

    public double Coverage => data.Setup.CoveragePermyriad / 10_000.0;

    public ImmutableArray<Objection> Objections => _objections.ToImmutable();

    public void Object(ObjectionKind kind, string subject, string text, bool blocks)
    {
        // The same instrument is missed by every point: once is enough.
        if (!_objections.Any(each => each.Kind == kind && each.Subject == subject))
        {
            _objections.Add(new Objection(kind, subject, text, blocks));
        }
    }

    /// <summary>The instrument of a role; of several the least certain one; null if there is none.</summary>
    public InstrumentUncertainty? Instrument(string role) => data.Setup.References
        .Where(each => each.Role == role)
        .Select(InstrumentUncertainty.Of)
        .OrderByDescending(each => each.Standard)
        .FirstOrDefault();

    /// <summary>Budget, expanded uncertainty and cross-check of one measurand.</summary>
    public (ImmutableArray<BudgetLine> Lines, ExpandedUncertainty Uncertainty) Uncertainty(
        ImmutableArray<UncertainInput> inputs, Measurand measurand, string subject)
    {
        (ImmutableArray<BudgetLine> lines, ExpandedUncertainty uncertainty) = UncertaintyBudget.Of(inputs, measurand, Coverage);
        if (draws <= 0)
        {
            return (lines, uncertainty);
        }

        uncertainty = Propagation.Check(uncertainty, inputs, measurand, draws, FirstSeed + _checks++);
        if (uncertainty.MonteCarlo is { Confirms: false })
        {
            Object(
                ObjectionKind.MonteCarloDisagrees, subject,
                $"Propagation of distributions does not confirm the GUM's interval of {subject}: too few readings, or an input too little known.",
                blocks: false);
        }

        return (lines, uncertainty);
    }
}
