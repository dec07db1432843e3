using MesoPen.Host.Input;

namespace MesoPen.Hil;

/// <summary>The files that a call writes; null for those not asked for.</summary>
internal sealed record ReportFiles(string? JUnit, string? Ctrf, string? Summary)
{
    /// <summary>Before anything is run: a report that cannot be written is bad input, not the end of an hour's work.</summary>
    /// <exception cref="InputException">A file cannot be written.</exception>
    public void RequireWritable()
    {
        foreach (string path in new[] { JUnit, Ctrf, Summary }.OfType<string>())
        {
            try
            {
                using FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.Write);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw new InputException(path, 0, $"It cannot be written: {failure.Message}", failure);
            }
        }
    }

    public void Write(IReadOnlyList<ScenarioRun> runs)
    {
        if (JUnit is { } junit)
        {
            JUnitReport.Write(junit, runs);
        }

        if (Ctrf is { } ctrf)
        {
            CtrfReport.Write(ctrf, runs);
        }

        if (Summary is { } summary)
        {
            SummaryReport.Write(summary, runs);
        }
    }
}
