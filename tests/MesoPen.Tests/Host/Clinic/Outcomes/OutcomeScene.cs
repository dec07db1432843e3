using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Outcomes;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.People;

namespace MesoPen.Tests;

/// <summary>Two patients, each treated once: what rules about outcomes are tried on.</summary>
internal sealed class OutcomeScene
{
    public static readonly DateOnly SessionDay = new(2031, 5, 6);

    public static readonly Actor Clinician = new("mira", Role.Clinician, "station-1", new DateTimeOffset(2031, 5, 20, 9, 0, 0, TimeSpan.Zero));

    public static readonly OutcomeDetails Hydration = new(
        "forehead", Measure.Hydration, "41.30", "[arb'U]", new DateOnly(2031, 5, 20), "Corneometer", SessionId: "S-1");

    public static readonly AdverseEventDetails Nodule = new(
        new DateOnly(2031, 5, 18), "Nodule", false, Severity.Moderate, Relation.Possible, AdverseEventOutcome.Ongoing, Zone: "forehead", SessionId: "S-1");

    public static readonly TreatedSession Session = new(
        "S-1", "P-1", "mira", "station-1", SessionDay, "gun-5", "SN-77", ["H-1"], [new TreatedLot("ha", "L-1")], 41,
        [new TreatedZone("forehead", 30, 300_000, 0), new TreatedZone("neck", 10, 100_000, 10_000)]);

    public ClinicState State { get; private set; } = With(
        ClinicState.Empty,
        new PatientRegistered("mira", "P-1", "AB", 1980, Sex.Female, 3),
        new PatientRegistered("mira", "P-2", "CD", 1990, Sex.Male, 2));

    public List<TreatedSession> Sessions { get; } =
        [Session, Session with { Id = "S-2", PatientId = "P-2", HeadIds = ["H-2"], Day = SessionDay.AddDays(1), Lots = [new TreatedLot("ha", "L-1"), new TreatedLot("c", "L-9")] }];

    public TreatedSession? Find(string id) => Sessions.Find(session => session.Id == id);

    /// <summary>Carries a decision out that must hold.</summary>
    public string Do(Decision decision)
    {
        Assert.Null(decision.Problem);
        State = With(State, [.. decision.Events]);
        return decision.Id;
    }

    /// <summary>A decision that must be refused, with this in its sentence.</summary>
    public static void Refused(Decision decision, string because)
    {
        Assert.NotNull(decision.Problem);
        Assert.Empty(decision.Events);
        Assert.Contains(because, decision.Problem.Detail, StringComparison.Ordinal);
    }

    private static ClinicState With(ClinicState state, params ClinicEvent[] events)
    {
        foreach (ClinicEvent each in events)
        {
            // Through the journal's form and back: what is folded is what would be read again.
            MesoPen.Host.Records.RecordEntry row = ClinicEventCodec.Encode(each, Clinician.Now);
            state = state.Apply(ClinicEventCodec.Decode(new MesoPen.Host.Records.JournalRow(
                state.LastSequence + 1, row.Stream, row.AtUnixMs, row.Kind, row.Body, "", "")));
        }

        return state;
    }
}
