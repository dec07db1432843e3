namespace MesoPen.Kernel.Tests.Rig;

/// <summary>
/// A session, a paper device, a host, a disk and an operator under a seeded schedule that loses, doubles and delays messages, resets the
/// device, kills the host and fails to write. After every step a judge with arithmetic of its own looks at all of them.
/// </summary>
internal sealed class Storm
{
    private readonly Random _random;
    private readonly StormOptions _options;
    private readonly TreatmentPlan _plan = Plans.Plan();
    private readonly Queue<Effect> _lane = new();
    private readonly Queue<Inbound> _inbox = new();
    private readonly Queue<Effect.Record> _unwritten = new();
    private readonly List<LateRequest> _late = [];
    private readonly Queue<(long AtMs, SessionState State, string What, object? Of)> _trace = new();
    private Session _session;
    private StormJudge _judge;
    private long _now = Plans.Now;
    private long _seenMs;
    private uint _live;
    private bool _linked;
    private bool _stopping;
    private bool _diskFails;
    private bool _confirmed;
    private bool _calm;

    public Storm(int seed, StormOptions options)
    {
        (_random, _options) = (new Random(seed), options);
        Device.HadBefore(options.ForeignShots, 15_000);
        _session = NewSession();
        _judge = new StormJudge(Device, _plan, options);
    }

    public PaperDevice Device { get; } = new("S-1");

    public List<SessionRecord> Disk { get; } = [];

    /// <summary>If set, the events that each session heard: a new list after each crash.</summary>
    public List<List<SessionEvent>>? Heard { get; init; }

    public LimitSet Limits { get; } = new(
    [
        Plans.Limit(LimitKind.ZoneVolumeMax, StormJudge.ZoneMaxNl),
        Plans.Limit(LimitKind.SessionVolumeMax, StormJudge.SessionMaxNl),
        Plans.Limit(LimitKind.ProductVolumeMax, StormJudge.SessionMaxNl),
        Plans.Limit(LimitKind.NeedleSticksMax, StormJudge.SticksMax),
    ]);

    /// <summary>What happened, newest last: for the message of a failed run.</summary>
    public IEnumerable<string> Trace => _trace.Select(each => $"{each.AtMs,6} {each.State,-16} {each.What} {each.Of}");

    /// <summary>A storm of so many steps, then calm weather until the session is closed.</summary>
    public void Run(int steps)
    {
        for (int i = 0; i < steps && !_session.Ledger.Closed; i++)
        {
            Step(Stormy());
        }

        (_calm, _diskFails) = (true, false);
        _late.Clear();
        for (int i = 0; !_session.Ledger.Closed || _unwritten.Count > 0; i++)
        {
            Assert.True(i < 20_000, $"The session does not come to its end: {_session.State}, fault {_session.Fault?.Number}.");
            Step(_session.Ledger.Closed ? WriteDown : Calm());
        }

        _judge.AtTheEnd(_session, Disk);
    }

    private Session NewSession()
    {
        Session session = new(_plan, Limits, Plans.Options(_options.Window));
        session.Restore(Disk);
        Heard?.Add([]);
        return session;
    }

    private void Step(Action action)
    {
        _now += _random.Next(0, 20);
        action();
        _judge.Look(_session, Disk);
    }

    private Action Stormy() => _random.Next(1000) switch
    {
        < 230 => DeliverHead,
        < 430 => TakeInbound,
        < 560 => Operate,
        < 680 => LetTimePass,
        < 760 => Renew,
        < 820 => Poll,
        < 900 => WriteDown,
        < 950 => Drive,
        < 962 => DeliverLate,
        < 972 => Unlink,
        < 978 => () => _diskFails = !_diskFails,
        < 982 => Crash,
        < 986 => ResetDevice,
        < 990 => () => Take(new SessionEvent.Pause(_now, "the operator says so")),
        < 994 => () => Take(new SessionEvent.Stop(_now, "Ada")),
        < 997 => () => Device.Break(_random.Next(2) == 0 ? 10 : 14),
        _ => LoseEntry,
    };

    private Action Calm() => _random.Next(10) switch
    {
        < 2 => DeliverHead,
        < 4 => TakeInbound,
        < 5 => Operate,
        < 6 => Renew,
        < 7 => Poll,
        < 8 => WriteDown,
        < 9 => LetTimePass,
        _ => Drive,
    };

    private bool Chance(int inHundred) => !_calm && _random.Next(100) < inHundred;

    private void Note(string what, object? of = null)
    {
        _trace.Enqueue((_now - Plans.Now, _session.State, what, of));
        if (_trace.Count > 60)
        {
            _trace.Dequeue();
        }
    }

    private void Take(SessionEvent happened)
    {
        Note("host:", happened);
        if (Heard is { Count: 0 })
        {
            Heard.Add([]);
        }

        Heard?[^1].Add(happened);
        IReadOnlyList<Effect> effects = _session.Step(happened);
        _judge.LookAt(happened, effects, _session, Disk);
        foreach (Effect effect in effects)
        {
            Note("    ->", effect);
            switch (effect)
            {
                case Effect.Record record: _unwritten.Enqueue(record); break;
                case Effect.Show: break;
                case Effect.Stop:
                    _lane.Clear();
                    (_live, _stopping) = (0, true);
                    break;
                case Effect.Revoke:
                    _live = 0;
                    _lane.Enqueue(effect);
                    break;
                default: _lane.Enqueue(effect); break;
            }
        }
    }

    /// <summary>The first request of the lane goes out; it stays there until its answer is heard. A stop goes out before all.</summary>
    private void DeliverHead()
    {
        if (!_linked)
        {
            Link();
            return;
        }

        if (_stopping && !Chance(30))
        {
            Device.Stop();
            _stopping = !_session.StandsStill;
            _inbox.Enqueue(new Inbound(Device.Status(), null, null));
            return;
        }

        if (!_lane.TryPeek(out Effect? head))
        {
            return;
        }

        // A host repeats a request when no answer came for a while: seldom while the answer is on its way.
        if (_inbox.Count > 20 || (_inbox.Any(word => ReferenceEquals(word.Answers, head)) && !Chance(20)))
        {
            TakeInbound();
            return;
        }

        if (head is Effect.Grant grant && (_session.Ledger.Open != grant.Permit || !_session.IsIn(SessionState.Armed)))
        {
            _lane.Dequeue();
            return;
        }

        LateRequest request = new(head, _seenMs, Device.Boot);
        if (Chance(20))
        {
            _late.Add(request);
        }

        if (!Chance(15))
        {
            SessionEvent? word = Perform(request);
            Note("device took", head);
            if (!Chance(15))
            {
                _inbox.Enqueue(new Inbound(Device.Status(), head, word));
            }
        }
    }

    private SessionEvent? Perform(LateRequest request)
    {
        switch (request.Effect)
        {
            case Effect.Grant grant:
                string? refusal = Device.Grant(grant.Permit, request.SeenMs);
                return new SessionEvent.GrantAnswered(_now, grant.Permit.Id, refusal);
            case Effect.Revoke revoke: Device.Revoke(revoke.PermitId, request.Boot); return null;
            case Effect.ReadJournal read: return new SessionEvent.Journal(_now, Device.Read(read.FromShot), read.FromShot);
            case Effect.AckJournal ack: Device.Ack(ack.UpToShot); return null;
            case Effect.SelfTest: Device.SelfTest(); return null;
            case Effect.Prime: return new SessionEvent.PrimeAnswered(_now, Device.Prime());
            case Effect.ClearFault clear: Device.Clear(clear.FaultSeq, request.Boot); return null;
            default: throw new InvalidOperationException(request.Effect.ToString());
        }
    }

    private void DeliverLate()
    {
        if (_late.Count > 0)
        {
            LateRequest request = _late[_random.Next(_late.Count)];
            Note("late:", request.Effect);
            if (request.Effect is not Effect.Prime)
            {
                Perform(request);
            }
        }
    }

    private void TakeInbound()
    {
        if (!_linked || !_inbox.TryDequeue(out Inbound? word))
        {
            return;
        }

        _seenMs = Math.Max(_seenMs, word.Status.DeviceMs);
        for (int i = Chance(5) ? 2 : 1; i > 0; i--)
        {
            Take(new SessionEvent.StatusSeen(_now, word.Status));
        }

        if (word.Answers is { } head)
        {
            if (!_lane.TryPeek(out Effect? waits) || !ReferenceEquals(waits, head))
            {
                return;
            }

            _lane.Dequeue();
            if (head is Effect.Grant grant && word.Word is SessionEvent.GrantAnswered { Refusal: null } && _session.IsIn(SessionState.Armed))
            {
                _live = grant.Permit.Id;
            }
        }

        if (word.Word is not null)
        {
            for (int i = Chance(5) ? 2 : 1; i > 0; i--)
            {
                Take(word.Word);
            }
        }
    }

    private void Operate()
    {
        if (Device.UnderWay)
        {
            int dose = Device.DoseUnderWayNl;
            int volume = _random.Next(100) switch
            {
                < 70 => dose + _random.Next(_options.OverrunNl + 1),
                < 85 => _random.Next(1, dose),
                _ => 0,
            };
            PaperShot shot = Device.End(_calm ? dose : volume)!;
            if (_linked && !Chance(30))
            {
                _inbox.Enqueue(new Inbound(Device.Status(), null, new SessionEvent.Journal(_now, [PaperDevice.Wire(shot)], null)));
            }
        }
        else
        {
            Device.Press();
        }
    }

    private void LetTimePass() => Device.Pass(_calm ? _random.Next(5) : _random.Next(60));

    private void Renew()
    {
        if (_live != 0 && _linked && _session.IsIn(SessionState.Armed) && !Chance(10))
        {
            Device.Renew(_live, _seenMs, 250);
        }
    }

    private void Poll()
    {
        if (_linked && !Chance(20))
        {
            _inbox.Enqueue(new Inbound(Device.Status(), null, null));
        }
    }

    private void WriteDown()
    {
        if (!_unwritten.TryPeek(out Effect.Record? record))
        {
            return;
        }

        if (_diskFails)
        {
            Take(new SessionEvent.RecordFailed(_now, "The disk is full."));
            return;
        }

        _unwritten.Dequeue();
        Disk.AddRange(record.Records);
        Take(new SessionEvent.Recorded(_now, record.Ticket));
    }

    private void Link()
    {
        if (Chance(60))
        {
            return;
        }

        _linked = true;
        _seenMs = Device.Ms;
        Take(new SessionEvent.Connecting(_now));
        Take(new SessionEvent.Identified(_now, Plans.Identity(boot: Device.Boot), Device.Status()));
        _stopping |= _session.IsIn(SessionState.Stopped) && !_session.StandsStill;
    }

    private void Unlink()
    {
        if (_linked)
        {
            CutWires();
            Take(new SessionEvent.LinkLost(_now, "The cable is out."));
        }
    }

    private void CutWires()
    {
        (_linked, _live) = (false, 0);
        _inbox.Clear();
        _lane.Clear();
    }

    private void ResetDevice()
    {
        Note("device reset");
        Device.Reset(Device.UnderWay ? _random.Next(Device.DoseUnderWayNl + 1) : 0);
        Unlink();
    }

    /// <summary>The host dies: what was not on the disk is gone, but for what the disk took in its last moment.</summary>
    private void Crash()
    {
        Note("crash");
        for (int i = _random.Next(3); i > 0 && _unwritten.TryDequeue(out Effect.Record? record); i--)
        {
            Disk.AddRange(record.Records);
        }

        CutWires();
        _unwritten.Clear();
        (_stopping, _confirmed) = (false, false);
        _session = NewSession();
    }

    private void LoseEntry()
    {
        if (_options.LosesEntries && Device.ShotCounter > 0)
        {
            Device.LoseEntry(Device.ShotCounter - (uint)_random.Next(3));
            _judge.EntryLost = true;
        }
    }

    /// <summary>The operator: does what the session waits for.</summary>
    private void Drive()
    {
        switch (_session.State)
        {
            case SessionState.Standby when _session.Device is { SelfTested: true, Primed: false }: Take(new SessionEvent.Prime(_now)); break;
            case SessionState.Faulted or SessionState.EmergencyStopped:
                if (_session.Ledger.UnknownShots > 0)
                {
                    Take(new SessionEvent.SettleUnknown(_now, "Ada", "counted as delivered"));
                }
                else if (_session.StandsStill)
                {
                    Take(new SessionEvent.Clear(_now, "Ada", "the patient is well"));
                }

                break;
            case SessionState.Ready or SessionState.Paused: DriveOn(); break;
            default: break;
        }
    }

    private void DriveOn()
    {
        ZonePlan? next = _plan.Zones.FirstOrDefault(zone => _session.Remaining(zone) > 0);
        if (Chance(15))
        {
            // In a hurry: whatever stands in the way.
            Take(new SessionEvent.Arm(_now, (ushort)_random.Next(3)));
        }
        else if (_session.Ledger.UnknownShots > 0)
        {
            Take(new SessionEvent.SettleUnknown(_now, "Ada", "counted as delivered"));
        }
        else if (!_confirmed)
        {
            _confirmed = true;
            Take(new SessionEvent.Confirm(_now, Readiness.All, "Ada"));
        }
        else if (_session.LimitReached is { Limit.Kind: LimitKind.NeedleSticksMax })
        {
            Take(new SessionEvent.ChangeNeedle(_now, "Ada"));
        }
        else if (next is null || _session.LimitReached is not null)
        {
            Take(new SessionEvent.Close(_now, "completed"));
        }
        else if (_session.ArmBlockers(next, _now).Count == 0)
        {
            Take(new SessionEvent.Arm(_now, next.Tag));
        }
    }
}
