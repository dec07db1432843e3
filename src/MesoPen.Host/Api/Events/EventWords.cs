using MesoPen.Host.Station;

namespace MesoPen.Host.Api.Events;

/// <summary>An event for who reads another language than the summary's.</summary>
/// <param name="Code">What happened: a row's kind, with what was decided in a treatment as its own.</param>
/// <param name="Args">What is put into its sentence, by name: ids, days, numbers (of nL and µm by their name's end), and what people wrote.</param>
/// <param name="Said">What the control path said with it; null if nothing, or if only the argument text has it.</param>
public sealed record EventWords(string Code, IReadOnlyDictionary<string, string> Args, Said? Said);
