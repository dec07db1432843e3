namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>Where a search begins. Each but the first is reached from the one before it by moves of the model.</summary>
internal sealed record Beginning(string Name, Situation Situation)
{
    public static IEnumerable<Beginning> All(Model model, CalmSchedule calm, Bounds bounds)
    {
        Situation first = model.Unconnected();
        yield return new("nothing has happened: the host seeks the device", first);
        Situation ready = calm.Play(first, now => now.Session.Facts.State == SessionState.Ready && now.Host.Confirmed && CalmSchedule.AtRest(now));
        yield return new("ready, confirmed, all at rest", ready);
        Situation armed = Go(model, ready, new Move(MoveKind.PersonArms, 1));
        Situation shooting = calm.Play(armed, now => now.Gun is { UnderWay: not null, Truth.Count: 1 });
        yield return new("zone 1 armed, one shot told, the second under way", shooting);
        Situation fired = Go(model, shooting, new Move(MoveKind.ShotEndsWhole));
        Situation killed = Go(model, fired, new Move(MoveKind.HostIsKilled));
        yield return new("the host was killed and started again; a shot has ended that it has not heard of, and the permit lives", Again(killed));
        Situation lost = Go(model, fired, new Move(MoveKind.JournalLosesEntry));
        yield return new("zone 1 armed, a shot has ended that the host has not heard of, and the device's journal has lost its entry", Again(lost));

        Situation Again(Situation now) => now with { Host = now.Host with { Upsets = bounds.Upsets } };
    }

    private static Situation Go(Model model, Situation now, Move move) =>
        model.After(now, move) ?? throw new InvalidOperationException($"{move} is not possible at a beginning.");
}
