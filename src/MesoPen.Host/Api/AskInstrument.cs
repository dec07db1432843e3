namespace MesoPen.Host.Api;

/// <summary>Asks an instrument.</summary>
/// <param name="Address">serial:PATH?baud=9600&amp;format=8N1&amp;protocol=mt-sics, or tcp://HOST:PORT?protocol=sbi; to detect, without what is not known.</param>
public sealed record AskInstrument(string Address);
