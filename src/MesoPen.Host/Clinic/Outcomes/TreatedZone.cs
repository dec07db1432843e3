namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>What a zone got in a session.</summary>
/// <param name="Zone">Zone of the catalogue.</param>
/// <param name="Shots">Shots delivered.</param>
/// <param name="DeliveredNl">Volume delivered, nL.</param>
/// <param name="UnknownNl">Volume that may have been injected and was never settled, nL.</param>
public sealed record TreatedZone(string Zone, long Shots, long DeliveredNl, long UnknownNl);
