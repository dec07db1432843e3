using System.Collections.Immutable;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.Patients.Screening;

namespace MesoPen.Host.Clinic.Patients;

/// <summary>Patients with what is known of each, and the texts that they consent upon.</summary>
public sealed record PatientsState
{
    /// <summary>Before the first event.</summary>
    public static PatientsState Empty { get; } = new();

    /// <summary>By id.</summary>
    public ImmutableSortedDictionary<string, Patient> All { get; private init; } =
        ImmutableSortedDictionary<string, Patient>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Texts of consent by id, each with all its versions.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<ConsentText>> Texts { get; private init; } =
        ImmutableSortedDictionary<string, ImmutableArray<ConsentText>>.Empty.WithComparers(StringComparer.Ordinal)
            .Add(ConsentTexts.DefaultId, [ConsentTexts.Default]);

    private ImmutableDictionary<string, PatientFile> Files { get; init; } = ImmutableDictionary<string, PatientFile>.Empty;

    /// <summary>Everything that was entered about a patient; empty for one that is not known.</summary>
    public PatientFile FileOf(string patientId) => Files.GetValueOrDefault(patientId, PatientFile.Empty);

    /// <summary>The screening of a patient that counts; null if there is none.</summary>
    public ScreeningRecord? ScreeningOf(string patientId) => FileOf(patientId).Screenings.LastOrDefault();

    /// <summary>The consent of a patient to a plan that counts: the last that was drawn up; null if there is none.</summary>
    public ConsentRecord? ConsentOf(string patientId, string planId) => FileOf(patientId).Consents.LastOrDefault(consent => consent.Binding.PlanId == planId);

    /// <summary>The state after one more event.</summary>
    public PatientsState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        PatientsState state = fact.Event is PatientEvent of ? this with { Files = Files.SetItem(of.PatientId, FileOf(of.PatientId).Apply(fact)) } : this;
        return fact.Event switch
        {
            PatientRegistered e => state with
            {
                All = All.SetItem(e.PatientId, new Patient(e.PatientId, e.Initials, e.BirthYear, e.Sex, e.SkinType, fact.Sequence)),
            },
            PatientCorrected e => state with
            {
                All = All.SetItem(e.PatientId, new Patient(e.PatientId, e.Initials, e.BirthYear, e.Sex, e.SkinType, fact.Sequence)),
            },
            ConsentTextPublished e => state with { Texts = Texts.SetItem(e.Text.Id, Texts.GetValueOrDefault(e.Text.Id, []).Add(e.Text)) },
            _ => state,
        };
    }
}
