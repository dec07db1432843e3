namespace MesoPen.Host.Station;

/// <summary>A latched stop or fault.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Remedy">What to do.</param>
public sealed record StationFault(int Number, string Sentence, string Remedy);
