namespace MesoPen.Kernel;

/// <summary>
/// What the host is to do, in order. Whatever depends on a record comes only after <see cref="SessionEvent.Recorded"/>. Requests to the device
/// are repeated until it answers or the link counts as lost; a stop, and the loss of the link, make void what was not sent by then.
/// </summary>
public abstract record Effect
{
    private Effect() { }

    /// <summary>Make these durable, after all earlier ones, then report <paramref name="Ticket"/>.</summary>
    public sealed record Record(long Ticket, ImmutableArray<SessionRecord> Records) : Effect;
    /// <summary>Set the trigger mode, then grant; report with <see cref="SessionEvent.GrantAnswered"/>.</summary>
    public sealed record Grant(Permit Permit) : Effect;
    /// <summary>Renew no permit any more, and revoke all up to this id.</summary>
    public sealed record Revoke(uint PermitId) : Effect;
    /// <summary>Stop: before everything else, again and again until <see cref="Session.StandsStill"/>.</summary>
    public sealed record Stop : Effect;
    /// <summary>Read the device's journal from a shot; report with <see cref="SessionEvent.Journal"/>, also none; nothing after a stop.</summary>
    public sealed record ReadJournal(uint FromShot) : Effect;
    /// <summary>Tell the device that shots are stored.</summary>
    public sealed record AckJournal(uint UpToShot) : Effect;
    /// <summary>Run the self-test.</summary>
    public sealed record SelfTest : Effect;
    /// <summary>Fill the line; report with <see cref="SessionEvent.PrimeAnswered"/>.</summary>
    public sealed record Prime(Volume Volume) : Effect;
    /// <summary>Clear the latched fault or stop.</summary>
    public sealed record ClearFault(uint FaultSeq) : Effect;
    /// <summary>Show a person something.</summary>
    public sealed record Show(NoticeKind Kind, string Text) : Effect;
}
