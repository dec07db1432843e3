using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>Something that stands against a plan.</summary>
/// <param name="Zone">Id of the zone; null if it is not of a zone.</param>
/// <param name="Field">The field of the plan that is to be changed; null if it is not of one.</param>
/// <param name="Sentence">What is wrong and what to do: of a limit in the kernel's words.</param>
/// <param name="Problem">Id of the problem that saving it would give.</param>
/// <param name="Kind">Kind of the limit; null if no limit refuses.</param>
/// <param name="Asked">The value asked for; null if no limit refuses.</param>
public sealed record PlanCheckRefusal(string? Zone, string? Field, string Sentence, string Problem, LimitKind? Kind = null, long? Asked = null)
{
    /// <summary>What the kernel refuses.</summary>
    public static PlanCheckRefusal Of(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new PlanCheckRefusal(
            refusal.Zone, PlanFields.Of(refusal.Limit), refusal.Sentence, PlanProblems.BeyondLimits.Id, refusal.Limit.Kind, refusal.Asked);
    }

    /// <summary>What a rule of the clinic refuses, with the field that its sentence names.</summary>
    public static PlanCheckRefusal Of(Problem problem, string? zone = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new PlanCheckRefusal(zone, PlanFields.NamedIn(problem.Detail), problem.Detail, problem.Type.Id);
    }
}
