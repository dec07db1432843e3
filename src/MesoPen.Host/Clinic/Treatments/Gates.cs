using System.Collections.Immutable;
using MesoPen.Host.Clinic.People;
using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>
/// Every prerequisite of the kernel, with the rules of the clinic that stand behind it (SR-129). <see cref="Readiness.Records"/> says above all
/// that the newest state could be read.
/// </summary>
public sealed class Gates
{
    /// <param name="all">One for each prerequisite.</param>
    /// <exception cref="ArgumentException">A prerequisite has none, or two.</exception>
    public Gates(IEnumerable<Gate> all)
    {
        All = [.. all.OrderBy(gate => gate.Item)];
        Readiness[] items = [.. Enum.GetValues<Readiness>().Where(item => item is not (Readiness.None or Readiness.All))];
        if (!All.Select(gate => gate.Item).SequenceEqual(items))
        {
            throw new ArgumentException("Each prerequisite of the kernel needs one gate.", nameof(all));
        }
    }

    /// <summary>One for each prerequisite.</summary>
    public ImmutableArray<Gate> All { get; }

    /// <summary>What stands and what does not, from the newest state.</summary>
    public ImmutableArray<GateFinding> Examine(ClinicState state, TreatmentIntent intent, DateTimeOffset now) =>
        [.. All.Select(gate => Examine(gate, state, intent, now))];

    /// <summary>What is to be said when the newest state cannot be had: only that one prerequisite is known, and does not stand.</summary>
    public static ImmutableArray<GateFinding> OutOfReach(string sentence) => [new(Readiness.Records, TreatmentProblems.RecordsAway.With(sentence))];

    private static GateFinding Examine(Gate gate, ClinicState state, TreatmentIntent intent, DateTimeOffset now)
    {
        string? overridden = null;
        foreach (Func<ClinicState, TreatmentIntent, DateTimeOffset, Problem?> rule in gate.Rules)
        {
            if (rule(state, intent, now) is not { } problem)
            {
                continue;
            }

            if (!Overrides.Covers(state, intent, problem.Type.Id, now))
            {
                return new GateFinding(gate.Item, problem);
            }

            overridden = problem.Type.Id;
        }

        return new GateFinding(gate.Item, null, overridden);
    }
}
