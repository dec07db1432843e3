using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>
/// Judges when needle and plunger moved in a run with real processes: after a stop and after the host fell silent (invariants 4 and 5), by the
/// device's own milliseconds, which owe nothing to the load of the machine.
/// </summary>
internal sealed class MotionOracle
{
    /// <summary>A self-test moves the needle out by no more than this, µm (hardware/protocol.md, 0x17).</summary>
    public const int SelfTestUm = 500;

    /// <summary>From the end of a lease or a stop to plunger still, ms (hardware/protocol.md, section 7).</summary>
    private const int PlungerStillMs = 20;

    /// <summary>Time from power to the first order to the needle, ms; the drive is still until then.</summary>
    private const int BootMs = 20;

    // What the simulator may be behind the machine's clock when it is asked to end.
    private const int BehindMs = 500;

    private static readonly string[] Jams = ["fault:" + FaultCatalogue.NeedleStuck, "fault:" + FaultCatalogue.NeedleOut];

    private readonly TruthLog _truth;
    private readonly Action<int, string> _fail;
    private readonly long _leaseMs;
    private readonly long _needleHomeMs;
    private readonly List<(long FromMs, long UntilMs)> _hindered = [];

    private MotionOracle(Scenario scenario, TruthLog truth, Action<int, string> fail)
    {
        (_truth, _fail) = (truth, fail);
        _leaseMs = scenario.Profile.Caps.LeaseMaxMs;
        _needleHomeMs = PlungerStillMs + scenario.Profile.Mechanics.RetractMsMax;
        foreach (TruthInstantLine instant in truth.Instants)
        {
            if (Jams.Contains(instant.Name))
            {
                long lasts = scenario.Rig.Faults.Where(fault => "fault:" + fault.Kind.Name == instant.Name).Max(fault => (long?)fault.ForMs ?? int.MaxValue);
                _hindered.Add((instant.AtMs, instant.AtMs + lasts + _needleHomeMs));
            }
            else if (instant.Name == "power_lost")
            {
                long back = truth.Instants.FirstOrDefault(each => each.Name == "boot" && each.AtMs >= instant.AtMs)?.AtMs ?? int.MaxValue;
                _hindered.Add((instant.AtMs, back + BootMs + _needleHomeMs));
            }
        }
    }

    /// <summary>Judges.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="truth">What the needle did.</param>
    /// <param name="sent">What the hosts sent.</param>
    /// <param name="endUs">When everything was ended, µs.</param>
    /// <param name="fail">Told of each invariant that was broken.</param>
    public static void Judge(Scenario scenario, TruthLog truth, SentFrames sent, long endUs, Action<int, string> fail)
    {
        MotionOracle oracle = new(scenario, truth, fail);
        oracle.JudgeSilence();
        oracle.JudgeEnd(endUs);
        long releasedUs = long.MinValue;
        for (int i = 0; i < truth.Instants.Count; i++)
        {
            if (truth.Instants[i] is { Name: "stop_received" } stop && stop.MonoUs > releasedUs)
            {
                releasedUs = oracle.JudgeStop(i, sent.ClearsUs);
            }
        }
    }

    private bool Hindered(long ms) => _hindered.Exists(each => ms >= each.FromMs && ms <= each.UntilMs);

    /// <summary>Nothing moves longer after the host was last heard than a lease and the way home take.</summary>
    private void JudgeSilence()
    {
        foreach (TruthInstantLine instant in _truth.Instants)
        {
            long silent = instant.AtMs - instant.LastFrameMs;
            switch (instant.Name)
            {
                case "plunger_moves" when silent > _leaseMs:
                    _fail(4, $"the plunger begins to move at {instant.AtMs} ms, {silent} ms after the host was last heard.");
                    break;
                case "plunger_still" when silent > _leaseMs + PlungerStillMs:
                    _fail(4, $"the plunger moves until {instant.AtMs} ms, {silent} ms after the host was last heard.");
                    break;
                case "needle_home" when instant.Shot != 0 && silent > _leaseMs + _needleHomeMs && !Hindered(instant.AtMs):
                    _fail(4, $"the needle is out until {instant.AtMs} ms, {silent} ms after the host was last heard.");
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>When the host is gone for longer than anything takes, nothing is out and nothing moves.</summary>
    private void JudgeEnd(long endUs)
    {
        TruthInstantLine? last = _truth.Instants.LastOrDefault(each => each.Name is "needle_out" or "plunger_moves");
        bool still = _truth is { NeedleHome: true, PlungerMoving: false };
        if (last is not null && !still && (endUs - last.MonoUs) / 1000 > _leaseMs + _needleHomeMs + BehindMs && !Hindered(last.AtMs + _leaseMs + _needleHomeMs))
        {
            _fail(4, $"at the end the needle is {(_truth.NeedleHome ? "home" : "out")} and the plunger {(_truth.PlungerMoving ? "moves" : "is still")}, since {last.AtMs} ms.");
        }
    }

    /// <summary>After a stop everything stands in time, and no shot begins until it was cleared or the device began anew. Gives when that was, µs.</summary>
    private long JudgeStop(int index, IReadOnlyList<long> clearsUs)
    {
        TruthInstantLine stop = _truth.Instants[index];
        long clearedUs = clearsUs.Where(at => at > stop.MonoUs).DefaultIfEmpty(long.MaxValue).Min();
        foreach (TruthInstantLine instant in _truth.Instants.Skip(index + 1))
        {
            long after = instant.AtMs - stop.AtMs;
            if (instant.Name == "boot" || instant.MonoUs > clearedUs)
            {
                return Math.Min(instant.MonoUs, clearedUs);
            }

            switch (instant.Name)
            {
                case "plunger_moves" or "plunger_still" when after > PlungerStillMs:
                    _fail(5, $"the plunger moves {after} ms after the stop at {stop.AtMs} ms.");
                    break;
                case "needle_home" when after > _needleHomeMs && !Hindered(instant.AtMs):
                    _fail(5, $"the needle is out until {after} ms after the stop at {stop.AtMs} ms.");
                    break;
                case "needle_out" when _truth.Strokes.Any(stroke => stroke.Shot == instant.Shot && stroke.BeginMs > stop.AtMs):
                    _fail(5, $"shot {instant.Shot} begins {after} ms after the stop at {stop.AtMs} ms, and nobody has cleared it.");
                    break;
                default:
                    break;
            }
        }

        return clearedUs;
    }
}
