namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>Where an event led a session, and what it asked for: notices left out, records that change no ledger and no latch left out.</summary>
internal sealed record SessionAnswer(SessionNode Next, Sequence<Effect> Effects, Sequence<Sequence<SessionRecord>> Batches, bool StopCameFirst);
