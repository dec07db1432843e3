using System.Collections.Immutable;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.Patients.Screening;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>
/// What in a patient's file blocks the next session, by the rules of the gates themselves, so that nobody learns of it only when a zone is to be armed.
/// Device, vial, head and clinician are looked at when the session begins.
/// </summary>
/// <param name="Blocks">Everything that blocks: of the screening first, then of each open plan. None if nothing does.</param>
public sealed record PatientBlocks(ImmutableArray<PatientBlock> Blocks)
{
    private static readonly ImmutableArray<ProblemType> OfPlanAlone = [ScreeningProblems.InfectionInZone, ScreeningProblems.Allergy];

    /// <summary>What blocks now; null for a patient who is not known.</summary>
    public static PatientBlocks? Of(ClinicState state, string patientId, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!state.Patients.All.ContainsKey(patientId))
        {
            return null;
        }

        ImmutableArray<Plan> open = [.. state.Plans.Of(patientId).Where(plan => plan.Ended is null)];
        IEnumerable<PatientBlock> everywhere = ScreeningRules.Against(state, Next(patientId, null), now)
            .Where(problem => !OfPlanAlone.Contains(problem.Type))
            .Select(problem => PatientBlock.Of(problem, null));
        PatientBlock[] none = open.IsEmpty ? [PatientBlock.Of(PlanProblems.Missing.With("The patient has no open plan."), null)] : [];
        return new PatientBlocks([.. everywhere, .. none, .. open.SelectMany(plan => OfPlan(state, plan, now))]);
    }

    private static IEnumerable<PatientBlock> OfPlan(ClinicState state, Plan plan, DateTimeOffset now)
    {
        TreatmentIntent intent = Next(plan.PatientId, plan);
        IEnumerable<Problem> found =
        [
            .. ScreeningRules.Against(state, intent, now).Where(problem => OfPlanAlone.Contains(problem.Type)),
            .. new[] { ConsentRules.Blocks(state, intent, now) }.OfType<Problem>(),
            .. PlanRules.Gate.Select(rule => rule(state, intent, now)).OfType<Problem>(),
        ];
        return found
            .Where(problem => !Overrides.Covers(state, intent, problem.Type.Id, now))
            .Select(problem => PatientBlock.Of(problem, plan.Id));
    }

    /// <summary>The next session of a plan, as far as it is known before anything is chosen for it.</summary>
    private static TreatmentIntent Next(string patientId, Plan? plan) =>
        new("", "", patientId, plan?.Id ?? "", plan?.Newest().Version ?? 0, "", "", plan?.Newest().DeviceFamily ?? "", 0);
}
