using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;

namespace MesoPen.Host.Cli;

/// <summary>What a rule of the bench refuses, with the option or verb of the command line that helps.</summary>
internal static class BenchRemedy
{
    // A rule names the fields of the API; here they are options.
    private static readonly (string Field, string Remedy)[] s_options =
    [
        ("references:", "Describe it in the file of --references, or at the console."),
        ("months_valid", "State --months."),
        ("tolerance_source", "State :tol= behind the value in --plan, and --tolerance-source."),
        ("shots_valid", "State another --shots-valid."),
        ("drain_ms", "State another --drain."),
        ("blank_ms", "State another --blank."),
    ];

    /// <summary>The refusal as one or two sentences.</summary>
    public static string Of(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        string? remedy = problem.Type == CalibrationProblems.Running
                ? "Go on with it by --resume, or give it up: mesopen calibrate abort CALIBRATION --person ID (mesopen calibrate list shows them)."
            : problem.Type == CertificateProblems.ReferencePastDue ? "Enter its new certificate with --references, or at the console."
            : s_options.FirstOrDefault(each => problem.Detail.Contains(each.Field, StringComparison.Ordinal)).Remedy;
        return remedy is null ? problem.Detail : $"{problem.Detail} {remedy}";
    }
}
