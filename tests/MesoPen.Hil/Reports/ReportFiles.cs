using MesoPen.Host.Input;

namespace MesoPen.Hil;

/// <summary>The files that a call writes; null for those not asked for.</summary>
internal sealed record ReportFiles(string? JUnit, string? Ctrf, string? Summary)
{
    private const string Unfinished = ".unfinished";

    /// <summary>Before anything is run: a report that cannot be written is bad input, not the end of an hour's work.</summary>
    /// <exception cref="InputException">A file cannot be written.</exception>
    public void RequireWritable()
    {
        foreach (string path in new[] { JUnit, Ctrf, Summary }.OfType<string>())
        {
            try
            {
                if (Directory.Exists(path))
                {
                    throw new IOException("it is a folder.");
                }

                // Beside it, so that an earlier report stays whole until this one is.
                File.WriteAllText(path + Unfinished, "");
                File.Delete(path + Unfinished);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw new InputException(path, 0, $"It cannot be written: {failure.Message}", failure);
            }
        }
    }

    /// <summary>Writes those that were asked for, each whole or not at all.</summary>
    public void Write(IReadOnlyList<ScenarioRun> runs)
    {
        Whole(JUnit, path => JUnitReport.Write(path, runs));
        Whole(Ctrf, path => CtrfReport.Write(path, runs));
        Whole(Summary, path => SummaryReport.Write(path, runs));
    }

    private static void Whole(string? path, Action<string> write)
    {
        if (path is not null)
        {
            write(path + Unfinished);
            File.Move(path + Unfinished, path, overwrite: true);
        }
    }
}
