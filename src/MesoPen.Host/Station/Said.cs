namespace MesoPen.Host.Station;

/// <summary>A sentence for who reads another language: what it says, and with which values.</summary>
/// <param name="Code">What it says.</param>
/// <param name="Args">What is put in, by name; the code says which.</param>
public sealed record Said(SaidCode Code, IReadOnlyDictionary<string, string> Args);
