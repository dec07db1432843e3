namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>
/// From any state on, nothing is lost, doubled or upset any more, and a person does what the session waits for: then the treatment has to come to
/// its end within so many moves, with a ledger that equals the truth.
/// </summary>
internal sealed class CalmSchedule(Model model, Defect defect)
{
    public const int MovesMax = 400;

    public static bool AtRest(Situation now) => now.Host.Unwritten.Count == 0 && now.Host.Lane.Count == 0;

    /// <summary>Plays until the treatment is closed and everything is written.</summary>
    public void PlayToTheEnd(Situation now) => Play(now, each => each.Session.Facts.Closed && AtRest(each));

    /// <summary>Plays until something holds. Gives the last situation.</summary>
    public Situation Play(Situation now, Func<Situation, bool> until)
    {
        for (int i = 0; i < MovesMax; i++)
        {
            if (until(now)) { return now; }
            now = Next(now, personsTurn: i % 3 == 0);
            Invariants.Check(now, defect);
        }

        throw new ModelViolationException(
            $"Calm for {MovesMax} moves, and the treatment does not end: {now.Session.Facts.State}, {now.Gun.Status.Condition}, settled {now.Session.Facts.Settled}.");
    }

    private Situation Next(Situation now, bool personsTurn)
    {
        Wires wires = now.Wires;
        Move? must = now.Host.Unwritten.Count > 0 ? new(MoveKind.DiskWrites)
            : !wires.Linked ? new(MoveKind.LinkIsMade)
            : wires.Boot != now.Gun.Boot ? new(MoveKind.LinkIsCut)
            : now.Host.Stopping && wires.Stop >= 0 && now.Gun.Fault == 0 ? new(MoveKind.RequestArrives, (byte)wires.Stop)
            : wires.Answer >= 0 ? new(MoveKind.WordIsHeard, (byte)wires.Answer)
            : wires.Awaited >= 0 ? new(MoveKind.RequestArrives, (byte)wires.Awaited)
            : now.Host.HeadSent ? new(MoveKind.HostRepeats)
            : now.Gun.UnderWay is not null ? new(now.Gun.Permit is null ? MoveKind.ShotEndsShort : MoveKind.ShotEndsWhole)
            : null;
        return (must is { } move ? model.After(now, move) : null)
            ?? model.After(now, new Move(MoveKind.HostRepeatsStop))
            ?? (now.Session.Facts.Armed ? model.After(now, new Move(MoveKind.TriggerPulled)) : null)
            ?? (personsTurn && Person(now) is { } wish ? model.After(now, wish) : null)
            ?? model.After(now, new Move(MoveKind.HostPollsLater))!;
    }

    private static Move? Person(Situation now)
    {
        SessionFacts seen = now.Session.Facts;
        bool ready = seen.State is SessionState.Ready or SessionState.Paused;
        if (seen.UnknownShots > 0 && !seen.Armed) { return new(MoveKind.PersonSettles); }
        if (seen.Stopped) { return seen is { StandsStill: true, Releasing: false } ? new(MoveKind.PersonClears) : null; }
        if (seen is { State: SessionState.Standby, Device: { SelfTested: true, Primed: false } }) { return new(MoveKind.PersonPrimes); }
        if (!ready || !seen.Settled) { return null; }
        if (!now.Host.Confirmed) { return new(MoveKind.PersonConfirms); }
        for (byte zone = 0; zone < seen.Remaining.Count; zone++)
        {
            if (seen.Remaining[zone] > 0) { return new(MoveKind.PersonArms, (byte)(zone + 1)); }
        }

        return seen.Closed ? null : new(MoveKind.PersonCloses);
    }
}
