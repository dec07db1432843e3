namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>What a message from the device says besides its status; the number is a permit's id or the shot that was asked for.</summary>
internal sealed record Reply(ReplyKind Kind, uint Number, string? Refusal, Sequence<Shot> Shots)
{
    public static Reply Status { get; } = new(ReplyKind.Status, 0, null, Sequence<Shot>.Empty);

    /// <summary>As an event of the session; null if there is none.</summary>
    public SessionEvent? Event() => Kind switch
    {
        ReplyKind.Grant => new SessionEvent.GrantAnswered(0, Number, Refusal),
        ReplyKind.Prime => new SessionEvent.PrimeAnswered(0, Refusal),
        ReplyKind.Journal => new SessionEvent.Journal(0, Shots, Number),
        ReplyKind.ShotEvent => new SessionEvent.Journal(0, Shots, null),
        _ => null,
    };
}
