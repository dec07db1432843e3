using System.Collections.Immutable;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.Patients.Screening;

namespace MesoPen.Host.Clinic.Patients;

/// <summary>Everything that was entered about one patient, oldest first.</summary>
public sealed record PatientFile
{
    /// <summary>Nothing yet.</summary>
    public static PatientFile Empty { get; } = new();

    /// <summary>Assessments, those that were put right too.</summary>
    public ImmutableArray<Assessment> Assessments { get; private init; } = [];

    /// <summary>Other treatments, withdrawn entries too.</summary>
    public ImmutableArray<OtherTreatment> OtherTreatments { get; private init; } = [];

    /// <summary>Screenings; the last one counts.</summary>
    public ImmutableArray<ScreeningRecord> Screenings { get; private init; } = [];

    /// <summary>Medical clearances, withdrawn ones too.</summary>
    public ImmutableArray<Clearance> Clearances { get; private init; } = [];

    /// <summary>Consents; the last one to a plan counts.</summary>
    public ImmutableArray<ConsentRecord> Consents { get; private init; } = [];

    /// <summary>Sequence of the last event about the patient.</summary>
    public long Sequence { get; private init; }

    /// <summary>The file after one more event.</summary>
    internal PatientFile Apply(ClinicFact fact) => (fact.Event switch
    {
        PatientAssessed e => this with
        {
            Assessments = Assessments.Select(each => each.Id == e.Corrects ? each with { CorrectedBy = e.AssessmentId } : each)
                .Append(new Assessment(e.AssessmentId, e.By, fact.At, e.Findings, e.Corrects, e.Reason)).ToImmutableArray(),
        },
        OtherTreatmentNoted e => this with
        {
            OtherTreatments = OtherTreatments.Add(new OtherTreatment(e.EntryId, e.Kind, e.Day, e.Zones, e.Note, e.By, fact.At)),
        },
        OtherTreatmentWithdrawn e => this with
        {
            OtherTreatments = [.. OtherTreatments.Select(each => each.Id == e.EntryId ? each with { Withdrawn = e.Reason } : each)],
        },
        ScreeningTaken e => this with { Screenings = Screenings.Add(ScreeningRecord.Of(e, fact)) },
        ScreeningUpdated e => this with { Screenings = [.. Screenings.Select(each => each.Id == e.ScreeningId ? each.With(e.Answers, fact) : each)] },
        CautionAcknowledged e => this with { Screenings = [.. Screenings.Select(each => each.Id == e.ScreeningId ? each.With(e, fact) : each)] },
        ClearanceAttached e => this with
        {
            Clearances = Clearances.Add(new Clearance(e.ClearanceId, e.Question, e.GivenBy, e.GivenOn, e.ValidUntil, e.Reference, e.By, fact.At)),
        },
        ClearanceWithdrawn e => this with
        {
            Clearances = [.. Clearances.Select(each => each.Id == e.ClearanceId ? each with { Withdrawn = e.Reason } : each)],
        },
        ConsentDrawnUp e => this with
        {
            Consents = Consents.Add(new ConsentRecord(e.ConsentId, e.By, fact.At, e.Binding, e.Sha256, null, null, null, fact.Sequence)),
        },
        ConsentSignedByPatient e => WithConsent(
            e.ConsentId, fact, each => each with { Patient = new PatientSignature(fact.At, e.By, e.Sha256, e.Drawing) }),
        ConsentSignedByClinician e => WithConsent(e.ConsentId, fact, each => each with { Clinician = e.Signature }),
        ConsentWithdrawn e => WithConsent(e.ConsentId, fact, each => each with { Withdrawn = e.Reason }),
        _ => this,
    }) with { Sequence = fact.Sequence };

    private PatientFile WithConsent(string id, ClinicFact fact, Func<ConsentRecord, ConsentRecord> change) => this with
    {
        Consents = [.. Consents.Select(each => each.Id == id ? change(each) with { Sequence = fact.Sequence } : each)],
    };
}
