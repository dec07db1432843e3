using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>What a patient reads before consenting.</summary>
/// <param name="Id">Stable word.</param>
/// <param name="Version">Counted from 1; a consent is bound to it.</param>
/// <param name="Language">BCP 47, such as en.</param>
/// <param name="Title">Heading.</param>
/// <param name="Treatment">What is done.</param>
/// <param name="ExpectedOutcomes">What may be expected of it, and what not.</param>
/// <param name="AdverseEvents">What may happen, how often.</param>
/// <param name="Alternatives">What else could be done.</param>
/// <param name="Aftercare">What to do and to leave afterwards.</param>
public sealed record ConsentText(
    string Id,
    int Version,
    string Language,
    string Title,
    ImmutableArray<string> Treatment,
    ImmutableArray<string> ExpectedOutcomes,
    ImmutableArray<string> AdverseEvents,
    ImmutableArray<string> Alternatives,
    ImmutableArray<string> Aftercare);
