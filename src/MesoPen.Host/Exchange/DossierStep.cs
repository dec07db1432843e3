namespace MesoPen.Host.Exchange;

/// <summary>A row of a session that says what was done.</summary>
/// <param name="Sequence">Its sequence.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Kind">Kind of the row.</param>
/// <param name="By">Id of the person; null for what the station or the device did.</param>
/// <param name="Hash">Hash of the row.</param>
internal sealed record DossierStep(long Sequence, DateTimeOffset At, string Kind, string? By, string Hash);
