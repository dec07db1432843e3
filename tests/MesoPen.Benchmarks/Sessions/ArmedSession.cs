using MesoPen.Host.Control;
using MesoPen.Host.Input;
using MesoPen.Kernel;
using MesoPen.Tests.Treatment;

namespace MesoPen.Benchmarks;

/// <summary>A kernel session with a zone armed and a permit granted, told by hand what a device would tell, with a disk that writes at once.</summary>
internal sealed class ArmedSession
{
    private const long NowUnixMs = 1_750_000_000_000;
    private const int Today = (int)(NowUnixMs / 86_400_000);
    private const uint Boot = 0xB007_0001;

    // A real plan and all its limits, so that none is missing from the work; only what would end the zone is lifted.
    private static readonly TreatmentInput Input = PlanShelf.Input("full-face-micro-depots");
    private static readonly ZonePlan Zone = Input.Plan.Zones[0] with { Points = 1_000 };
    private static readonly TreatmentPlan Plan = Input.Plan with
    {
        Zones = [Zone, .. Input.Plan.Zones[1..]], Product = Input.Plan.Product with { ExpiresDay = Today + 100 },
    };

    private static readonly LimitSet Limits = new(Input.Limits.All.Select(limit => IsSum(limit.Kind) ? limit with { Value = 1_000_000_000 } : limit));

    private readonly Session _session = new(Plan, Limits, SessionSettings.Of(Input));
    private DeviceSnapshot _device = new(
        Boot, 1_000, DeviceCondition.Idle, Still: true, Primed: true, SelfTested: true, Fault: 0, FaultSeq: 0, PermitId: 0, PermitIdSeen: 0,
        ShotCounter: 40, new Volume(800_000), JournalFirst: 41);

    private uint _permit;

    public ArmedSession()
    {
        Do(new SessionEvent.Connecting(NowUnixMs));
        Do(new SessionEvent.Identified(NowUnixMs, new DeviceIdentity("gun-5", "S-1", Boot, Today + 10, 8, 250, []), _device));
        Seen();
        Seen();
        Do(new SessionEvent.Confirm(NowUnixMs, Readiness.All, "Ada"));
        Do(new SessionEvent.Arm(NowUnixMs, Zone.Tag));
        Require(_permit != 0 && _session.State == SessionState.Waiting, "armed");
        _device = _device with { Condition = DeviceCondition.Armed };
        Seen();
    }

    /// <summary>Limits that hold.</summary>
    public static int LimitCount => Limits.All.Length;

    /// <summary>A status that says nothing new but the time: what comes ten times a second.</summary>
    public int Seen()
    {
        _device = _device with { DeviceMs = _device.DeviceMs + 1 };
        return Do(new SessionEvent.StatusSeen(NowUnixMs, _device));
    }

    /// <summary>A shot is told and entered, its record is written, the permit is extended, the device takes it: three steps.</summary>
    public int Shot()
    {
        uint index = _session.Ledger.LastShot + 1;
        Shot shot = new(index, Zone.Tag, ShotAnswer.Delivered, false, Zone.NeedleLength, Zone.Dose, _permit, Boot, 0, 1_000);
        return Do(new SessionEvent.Journal(NowUnixMs, [shot], ReadFrom: null));
    }

    public void RequireShots(int shots) => Require(_session.Ledger.Shots.Count == shots && _session.State == SessionState.Waiting, $"{shots} shots");

    private static bool IsSum(LimitKind kind) => kind is LimitKind.ZoneVolumeMax or LimitKind.ZoneShotsMax or LimitKind.SessionVolumeMax
        or LimitKind.ProductVolumeMax or LimitKind.NeedleSticksMax;

    private int Do(SessionEvent happened)
    {
        IReadOnlyList<Effect> effects = _session.Step(happened);
        int steps = 1;
        foreach (Effect effect in effects)
        {
            steps += Answer(effect);
        }

        return steps;
    }

    private int Answer(Effect effect)
    {
        switch (effect)
        {
            case Effect.Record record:
                return Do(new SessionEvent.Recorded(NowUnixMs, record.Ticket));
            case Effect.Revoke revoke:
                _device = _device with { PermitIdSeen = Math.Max(_device.PermitIdSeen, revoke.PermitId) };
                return 0;
            case Effect.Grant grant:
                _permit = grant.Permit.Id;
                _device = _device with { PermitId = _permit, PermitIdSeen = _permit };
                return Do(new SessionEvent.GrantAnswered(NowUnixMs, _permit, Refusal: null));
            default:
                return 0;
        }
    }

    private void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"The session is not {what}: it is {_session.State} with {_session.Ledger.Shots.Count} shots.");
        }
    }
}
