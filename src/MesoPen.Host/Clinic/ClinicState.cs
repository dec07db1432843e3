using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic.Outcomes;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Clinic.Requests;
using MesoPen.Host.Clinic.Site;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Clinic;

/// <summary>
/// The clinic as all its events have made it. Immutable: whoever holds one may read it on any thread for as long as he likes. Each part folds the
/// events that it knows and leaves the others.
/// </summary>
public sealed record ClinicState
{
    /// <summary>Before the first event.</summary>
    public static ClinicState Empty { get; } = new();

    /// <summary>Sequence of the last clinic row in it; 0 before the first.</summary>
    public long LastSequence { get; private init; }

    /// <summary>The latest time on any clinic row, by whichever station's clock.</summary>
    public DateTimeOffset LastAt { get; private init; }

    /// <summary>The site: its name, policy and limits.</summary>
    public SiteState Site { get; internal init; } = SiteState.Empty;

    /// <summary>The devices that stations have saved.</summary>
    public DevicesState Devices { get; internal init; } = DevicesState.Empty;

    /// <summary>Accounts, sign-ins, tokens, competence.</summary>
    public PeopleState People { get; internal init; } = PeopleState.Empty;

    /// <summary>Patients, assessments, screenings, consents.</summary>
    public PatientsState Patients { get; internal init; } = PatientsState.Empty;

    /// <summary>Products, lots, vials, mixtures, needle heads.</summary>
    public ProductsState Products { get; internal init; } = ProductsState.Empty;

    /// <summary>Protocols and plans.</summary>
    public PlansState Plans { get; internal init; } = PlansState.Empty;

    /// <summary>Treatment sessions.</summary>
    public TreatmentsState Treatments { get; internal init; } = TreatmentsState.Empty;

    /// <summary>Outcomes, adverse events, follow-ups.</summary>
    public OutcomesState Outcomes { get; internal init; } = OutcomesState.Empty;

    /// <summary>Calibrations and reference instruments.</summary>
    public CalibrationsState Calibrations { get; internal init; } = CalibrationsState.Empty;
    /// <summary>Calibration certificates, and the site's keys.</summary>
    public CertificatesState Certificates { get; private init; } = CertificatesState.Empty;

    /// <summary>Answers to requests that carried an idempotency key.</summary>
    public RequestsState Requests { get; private init; } = RequestsState.Empty;

    /// <summary>The state after one more event.</summary>
    public ClinicState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return new ClinicState
        {
            LastSequence = fact.Sequence,
            LastAt = fact.At > LastAt ? fact.At : LastAt,
            Site = Site.Apply(fact),
            Devices = Devices.Apply(fact),
            People = People.Apply(fact),
            Patients = Patients.Apply(fact),
            Products = Products.Apply(fact),
            Plans = Plans.Apply(fact),
            Treatments = Treatments.Apply(fact),
            Outcomes = Outcomes.Apply(fact),
            Calibrations = Calibrations.Apply(fact),
            Certificates = Certificates.Apply(fact),
            Requests = Requests.Apply(fact),
        };
    }
}
