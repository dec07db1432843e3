namespace MesoPen.Kernel.Tests.Rig;

/// <summary>A session and a paper device, joined by a host that does at once, and in order, what the session asks.</summary>
internal sealed class Bench
{
    private readonly Queue<Effect> _toDo = new();
    private bool _running;

    public Bench(TreatmentPlan? plan = null, LimitSet? limits = null, SessionOptions? options = null)
    {
        Plan = plan ?? Plans.Plan();
        Session = new Session(Plan, limits ?? new LimitSet([]), options ?? Plans.Options());
    }

    public TreatmentPlan Plan { get; }

    public Session Session { get; }

    public PaperDevice Device { get; set; } = new("S-1");

    public DeviceIdentity Identity { get; set; } = Plans.Identity();

    /// <summary>All effects so far.</summary>
    public List<Effect> Effects { get; } = [];

    /// <summary>All records so far, in order.</summary>
    public List<SessionRecord> Records { get; } = [];

    public List<Permit> Granted { get; } = [];

    /// <summary>If set, the events that the session heard.</summary>
    public List<SessionEvent>? Heard { get; init; }

    public List<string> Notices { get; } = [];

    public long Now { get; set; } = Plans.Now;

    /// <summary>Whether records become durable at once.</summary>
    public bool Writes { get; set; } = true;

    /// <summary>Whether the device hears and answers.</summary>
    public bool Wire { get; set; } = true;

    public long LastTicket { get; private set; }

    /// <summary>The host dies when so many records are durable: what comes after is not written, and nothing more is done.</summary>
    public int StopAfterRecords { get; set; } = int.MaxValue;

    /// <summary>Takes one event to the session, carries out what it asks, and gives the effects of this event alone.</summary>
    public IReadOnlyList<Effect> Do(SessionEvent happened)
    {
        Heard?.Add(happened);
        IReadOnlyList<Effect> effects = Session.Step(happened);
        foreach (Effect effect in effects)
        {
            Effects.Add(effect);
            _toDo.Enqueue(effect);
        }

        if (!_running)
        {
            _running = true;
            while (_toDo.TryDequeue(out Effect? next))
            {
                CarryOut(next);
            }

            _running = false;
        }

        return effects;
    }

    public IReadOnlyList<Effect> Status() => Do(new SessionEvent.StatusSeen(Now, Device.Status()));

    public void Connect()
    {
        Do(new SessionEvent.Connecting(Now));
        Do(new SessionEvent.Identified(Now, Identity with { BootId = Device.Boot, Serial = Device.Serial }, Device.Status()));
        Settle();
    }

    /// <summary>Statuses until nothing changes any more.</summary>
    public void Settle()
    {
        for (int i = 0; i < 8; i++)
        {
            Device.Pass(1);
            Status();
        }
    }

    public void ToReady()
    {
        Connect();
        Do(new SessionEvent.Prime(Now));
        Settle();
        Do(new SessionEvent.Confirm(Now, Readiness.All, "Ada"));
    }

    public void Arm(ushort zone = 1)
    {
        Do(new SessionEvent.Arm(Now, zone));
        Device.Pass(1);
        Status();
    }

    public void ToArmed(ushort zone = 1)
    {
        ToReady();
        Arm(zone);
    }

    /// <summary>One shot, told by an event; the permit stays alive meanwhile.</summary>
    public void Shoot(int? volumeNl = null)
    {
        BeginShot();
        EndShot(volumeNl);
    }

    public void BeginShot()
    {
        Device.Pass(5);
        Device.Renew(Device.PermitId, Device.Ms, 250);
        Device.Press();
        Device.Pass(1);
        Status();
    }

    public void EndShot(int? volumeNl = null)
    {
        PaperShot? shot = Device.End(volumeNl ?? Device.DoseUnderWayNl);
        Device.Pass(1);
        if (shot is not null)
        {
            Do(new SessionEvent.Journal(Now, [PaperDevice.Wire(shot)], ReadFrom: null));
        }

        Device.Pass(1);
        Status();
    }

    private void CarryOut(Effect effect)
    {
        switch (effect)
        {
            case Effect.Record record:
                LastTicket = record.Ticket;
                Records.AddRange(record.Records);
                if (Records.Count >= StopAfterRecords)
                {
                    throw new HostDiedException();
                }

                if (Writes)
                {
                    Do(new SessionEvent.Recorded(Now, record.Ticket));
                }

                break;
            case Effect.Show show: Notices.Add(show.Text); break;
            case Effect.Grant grant: Granted.Add(grant.Permit); Answer(() => Grant(grant.Permit)); break;
            case Effect.Revoke revoke: Answer(() => Device.Revoke(revoke.PermitId, Device.Boot)); break;
            case Effect.Stop: Answer(Device.Stop); break;
            case Effect.ReadJournal read: Answer(() => Do(new SessionEvent.Journal(Now, Device.Read(read.FromShot), read.FromShot))); break;
            case Effect.AckJournal ack: Answer(() => Device.Ack(ack.UpToShot)); break;
            case Effect.SelfTest: Answer(Device.SelfTest); break;
            case Effect.Prime: Answer(() => Do(new SessionEvent.PrimeAnswered(Now, Device.Prime()))); break;
            case Effect.ClearFault clear: Answer(() => Device.Clear(clear.FaultSeq, Device.Boot)); break;
            default: throw new InvalidOperationException(effect.GetType().Name);
        }
    }

    private void Grant(Permit permit) =>
        Do(new SessionEvent.GrantAnswered(Now, permit.Id, Device.Grant(permit, Device.Ms)));

    private void Answer(Action request)
    {
        if (Wire)
        {
            request();
        }
    }
}
