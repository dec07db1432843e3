using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>One thing in a patient's file that blocks the next session.</summary>
/// <param name="Type">Type of the problem.</param>
/// <param name="PlanId">Of which plan; null if of every one.</param>
/// <param name="Detail">What blocks.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Questions">Questions of the screening that it is about, by id.</param>
/// <param name="Zone">Zone that it is about, or <c>all</c>.</param>
/// <param name="Day">First day on which it does not block any more.</param>
/// <param name="Days">After how many days something is over.</param>
/// <param name="Kind">Kind of another treatment.</param>
/// <param name="Substance">The substance that the patient named.</param>
/// <param name="Session">Which session of the series.</param>
/// <param name="Signature">Whose signature is missing: patient or clinician.</param>
/// <param name="Consent">Id of the consent.</param>
public sealed record PatientBlock(
    string Type, string? PlanId, string Detail, string Remedy, ImmutableArray<string> Questions, string? Zone, DateOnly? Day, int? Days, string? Kind,
    string? Substance, int? Session, string? Signature, string? Consent)
{
    /// <summary>A problem of the gates.</summary>
    public static PatientBlock Of(Problem problem, string? planId)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ProblemFacts about = problem.About;
        return new PatientBlock(
            problem.Type.Uri, planId, problem.Detail, problem.Type.Remedy, about.Questions, about.Zone, about.Day, about.Days, about.Kind, about.Substance,
            about.Session, about.Signature, about.Consent);
    }
}
