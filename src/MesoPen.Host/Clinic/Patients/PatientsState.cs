using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Patients;

/// <summary>Patients with what is known of each.</summary>
public sealed record PatientsState
{
    /// <summary>Before the first event.</summary>
    public static PatientsState Empty { get; } = new();

    /// <summary>By id.</summary>
    public ImmutableSortedDictionary<string, Patient> All { get; private init; } =
        ImmutableSortedDictionary<string, Patient>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The state after one more event.</summary>
    public PatientsState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Event switch
        {
            PatientRegistered e => this with
            {
                All = All.SetItem(e.PatientId, new Patient(e.PatientId, e.Initials, e.BirthYear, e.Sex, e.SkinType, fact.Sequence)),
            },
            _ => this,
        };
    }
}
