namespace MesoPen.Host.Api.Events;

/// <summary>Something that stands in the journal, in a sentence.</summary>
/// <param name="Id">Its place in the journal.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Stream">What it belongs to: id of a session, or a word, a slash and an id.</param>
/// <param name="Kind">What it is: the kind of its row.</param>
/// <param name="By">Who did it; null for what a device or a station did by itself.</param>
/// <param name="Summary">A sentence, in plain words. For who may not read patients it names them by their id alone, and leaves out what people wrote.</param>
/// <param name="Alarm">The stop or fault of it; null for everything else.</param>
/// <param name="Words">The summary for who reads another language.</param>
public sealed record EventView(long Id, DateTimeOffset At, string Stream, string Kind, string? By, string Summary, AlarmView? Alarm, EventWords Words);
