namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>Who was treated with something that is recalled.</summary>
/// <param name="Patients">The patients, by id.</param>
/// <param name="Sessions">Their sessions with it, oldest first.</param>
/// <param name="AdverseEvents">Adverse events that name it or belong to one of these sessions.</param>
public sealed record RecallFinding(
    IReadOnlyList<string> Patients, IReadOnlyList<TreatedSession> Sessions, IReadOnlyList<AdverseEvent> AdverseEvents);
