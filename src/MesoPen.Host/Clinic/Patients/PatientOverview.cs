using System.Collections.Immutable;
using MesoPen.Host.Clinic.Plans;

namespace MesoPen.Host.Clinic.Patients;

/// <summary>A patient in the list: with every series that is not over.</summary>
/// <param name="Patient">The patient.</param>
/// <param name="Series">Where each series stands.</param>
public sealed record PatientOverview(Patient Patient, ImmutableArray<SeriesOverview> Series)
{
    /// <summary>The overview of a patient.</summary>
    public static PatientOverview Of(ClinicState state, Patient patient, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(patient);
        return new PatientOverview(
            patient, [.. state.Plans.Of(patient.Id).Where(plan => plan.Ended is null).Select(plan => SeriesOverview.Of(state, plan, today))]);
    }
}
