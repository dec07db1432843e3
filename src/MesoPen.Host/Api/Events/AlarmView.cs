namespace MesoPen.Host.Api.Events;

/// <summary>A stop or fault, as it is told to people.</summary>
/// <param name="Number">Its number: 1 to 99 as the device reports it, from 200 found by the host.</param>
/// <param name="Priority">How soon somebody has to act.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Why">Why it has that priority.</param>
/// <param name="Latching">Whether it stays, also when its cause is gone, until a person releases it with a reason: all do.</param>
public sealed record AlarmView(int Number, AlarmPriority Priority, string Sentence, string Remedy, string Why, bool Latching = true);
