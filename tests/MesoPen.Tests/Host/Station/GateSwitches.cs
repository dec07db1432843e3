using System.Collections.Concurrent;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Kernel;

namespace MesoPen.Tests;

/// <summary>A gate for each prerequisite, shut and opened by the test; each has a problem type of its own.</summary>
internal sealed class GateSwitches
{
    private readonly ConcurrentDictionary<Readiness, string> _shut = new();

    public Gates Gates => new(Enum.GetValues<Readiness>().Where(item => item is not (Readiness.None or Readiness.All)).Select(item => new Gate(
        item,
        item == Readiness.Patient ? [PatientTurn.Blocks, Rule(item)]
            : item == Readiness.Calibration ? [CalibrationGate.Blocks, Rule(item)]
            : [Rule(item)])));

    /// <summary>Called when a gate was asked.</summary>
    public Action<Readiness>? Asked { get; set; }

    public static string TypeOf(Readiness item) => "test-" + item.ToString().ToLowerInvariant();

    public void Shut(Readiness item, string why) => _shut[item] = why;

    public void Open(Readiness item) => _shut.TryRemove(item, out _);

    private Func<ClinicState, TreatmentIntent, DateTimeOffset, Problem?> Rule(Readiness item)
    {
        ProblemType type = new(TypeOf(item), 409, "Shut by the test", "A test.", "Open it.");
        return (_, _, _) =>
        {
            Problem? problem = _shut.TryGetValue(item, out string? why) ? type.With(why) : null;
            Asked?.Invoke(item);
            return problem;
        };
    }
}
