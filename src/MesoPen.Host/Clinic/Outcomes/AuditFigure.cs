namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>What belongs to one clinician, product or zone.</summary>
/// <param name="Key">Id of the clinician, product or zone; products of a mixture joined by a plus; null for what belongs to none that is known.</param>
/// <param name="Sessions">Sessions.</param>
/// <param name="Shots">Shots delivered.</param>
/// <param name="DeliveredNl">Volume delivered, nL.</param>
/// <param name="UnknownNl">Volume that was never settled, nL.</param>
/// <param name="AdverseEvents">Adverse events.</param>
/// <param name="SeriousAdverseEvents">The serious ones among them.</param>
/// <param name="FollowUpsDue">Contacts whose day has come, done ones included.</param>
/// <param name="FollowUpsDone">Those of them that are done.</param>
public sealed record AuditFigure(
    string? Key,
    int Sessions,
    long Shots,
    long DeliveredNl,
    long UnknownNl,
    int AdverseEvents,
    int SeriousAdverseEvents,
    int FollowUpsDue,
    int FollowUpsDone);
