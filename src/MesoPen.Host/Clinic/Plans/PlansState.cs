using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>Protocols and plans.</summary>
public sealed record PlansState
{
    /// <summary>Before the first event.</summary>
    public static PlansState Empty { get; } = new();

    /// <summary>Plans by id.</summary>
    public ImmutableSortedDictionary<string, Plan> All { get; private init; } =
        ImmutableSortedDictionary<string, Plan>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Protocols by id.</summary>
    public ImmutableSortedDictionary<string, TreatmentProtocol> Protocols { get; private init; } =
        ImmutableSortedDictionary<string, TreatmentProtocol>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The plans of a patient.</summary>
    public IEnumerable<Plan> Of(string patientId) => All.Values.Where(plan => plan.PatientId == patientId);

    /// <summary>The state after one more event.</summary>
    public PlansState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Event switch
        {
            PlanMade e => With(
                new Plan(e.PlanId, e.PatientId, e.Title, e.ProtocolId, e.ProtocolVersion, e.StartsOn, [PlanVersion.Of(1, e.Content, fact)]), fact),
            PlanChanged e => With(
                All[e.PlanId] with { Versions = All[e.PlanId].Versions.Add(PlanVersion.Of(All[e.PlanId].Versions.Length + 1, e.Content, fact)) }, fact),
            PlanEnded e => With(All[e.PlanId] with { Ended = e.Reason }, fact),
            ProtocolMade e => With(new TreatmentProtocol(e.ProtocolId, e.Title, [PlanVersion.Of(1, e.Content, fact)])),
            ProtocolChanged e => With(Protocols[e.ProtocolId] with
            {
                Versions = Protocols[e.ProtocolId].Versions.Add(PlanVersion.Of(Protocols[e.ProtocolId].Versions.Length + 1, e.Content, fact)),
            }),
            _ => this,
        };
    }

    private PlansState With(Plan plan, ClinicFact fact) => this with { All = All.SetItem(plan.Id, plan with { Sequence = fact.Sequence }) };

    private PlansState With(TreatmentProtocol protocol) => this with { Protocols = Protocols.SetItem(protocol.Id, protocol) };
}
