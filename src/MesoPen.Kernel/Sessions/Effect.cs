using System.Collections.Immutable;

namespace MesoPen.Kernel;

/// <summary>What the host is to do, in order. Whatever depends on a record comes only after <see cref="SessionEvent.Recorded"/>.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Make these durable, then report <paramref name="Ticket"/>.</summary>
    public sealed record Record(long Ticket, ImmutableArray<SessionRecord> Records) : Effect;

    /// <summary>Set the trigger mode, then grant.</summary>
    public sealed record Grant(Permit Permit) : Effect;

    /// <summary>Revoke all permits up to this id.</summary>
    public sealed record Revoke(uint PermitId) : Effect;

    /// <summary>Stop: before everything else.</summary>
    public sealed record Stop : Effect;

    /// <summary>Read the device's journal from a shot.</summary>
    public sealed record ReadJournal(uint FromShot) : Effect;

    /// <summary>Tell the device that shots are stored.</summary>
    public sealed record AckJournal(uint UpToShot) : Effect;

    /// <summary>Run the self-test.</summary>
    public sealed record SelfTest : Effect;

    /// <summary>Fill the line.</summary>
    public sealed record Prime(Volume Volume) : Effect;

    /// <summary>Clear the latched fault or stop.</summary>
    public sealed record ClearFault(uint FaultSeq) : Effect;

    /// <summary>Show a person something.</summary>
    public sealed record Show(NoticeKind Kind, string Text) : Effect;
}
