using System.Text.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Records;
using MesoPen.Kernel;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>
/// Judges a run with real processes when it is over, by invariants 1 to 6 of docs/architecture.md, section 5: by the truth file, with the device's own
/// milliseconds, by the rows of the journal and by the frames that were captured. It shares no arithmetic with the kernel.
/// </summary>
internal sealed class PtyOracle
{
    private readonly Scenario _scenario;
    private readonly TruthLog _truth;
    private readonly SentFrames _sent;
    private readonly IReadOnlyList<RecordEntry> _rows;
    private readonly IReadOnlyDictionary<ushort, ZoneRule> _zones;
    private readonly ShotTolerance _tolerance;

    private PtyOracle(Scenario scenario, TruthLog truth, SentFrames sent, IReadOnlyList<RecordEntry> rows)
    {
        (_scenario, _truth, _sent, _rows) = (scenario, truth, sent, rows);
        _tolerance = scenario.Profile.Tolerance;
        _zones = ZoneRule.Of(scenario.Input, _tolerance);
    }

    /// <param name="scenario">The scenario.</param>
    /// <param name="truth">What the needle did.</param>
    /// <param name="sent">What the hosts sent.</param>
    /// <param name="rows">What stands on the disk.</param>
    /// <param name="endUs">When everything was ended, by the machine's clock, µs.</param>
    /// <exception cref="BrokenInvariantException">The truth broke an invariant that the scenario does not excuse.</exception>
    /// <exception cref="StepFailedException">Everything is settled, and the record does not agree with the truth.</exception>
    public static void Judge(Scenario scenario, TruthLog truth, SentFrames sent, IReadOnlyList<RecordEntry> rows, long endUs)
    {
        PtyOracle oracle = new(scenario, truth, sent, rows);
        oracle.JudgeDepth();
        oracle.JudgeVolume();
        oracle.JudgePermits();
        MotionOracle.Judge(scenario, truth, sent, endUs, oracle.Fail);
        oracle.JudgeRecord();
    }

    private void Fail(int invariant, string what)
    {
        if (_scenario.Excuses.All(excuse => excuse.Invariant != invariant))
        {
            throw new BrokenInvariantException(invariant, what);
        }
    }

    private void JudgeDepth()
    {
        foreach (TruthStrokeLine stroke in _truth.Strokes)
        {
            if (!_zones.TryGetValue(stroke.Zone, out ZoneRule? zone))
            {
                Fail(1, $"shot {stroke.Shot} was in zone {stroke.Zone}, which the plan does not have.");
            }
            else if (stroke.DepthUm > zone.TipUmMax)
            {
                Fail(1, $"the tip was {stroke.DepthUm} µm out in shot {stroke.Shot}, of at most {zone.TipUmMax:0}.");
            }
        }

        foreach ((long depth, long ms) in _truth.Excursions.Where(each => each.DepthUm > MotionOracle.SelfTestUm + _tolerance.DepthUm))
        {
            Fail(1, $"the tip was {depth} µm out without a shot, until {ms} ms.");
        }
    }

    private void JudgeVolume()
    {
        foreach (TruthStrokeLine stroke in _truth.Strokes)
        {
            long gave = stroke.VolumeNl + _truth.DripNl(stroke.Shot);
            if (_zones.TryGetValue(stroke.Zone, out ZoneRule? zone) && gave > zone.DoseNl + zone.DoseToleranceNl)
            {
                Fail(2, $"shot {stroke.Shot} of {zone.DoseNl} nL in {zone.Zone} gave {gave} nL.");
            }
        }

        foreach (ZoneRule zone in _zones.Values)
        {
            long sum = _truth.Strokes.Where(stroke => stroke.Zone == zone.Tag).Sum(stroke => stroke.VolumeNl + _truth.DripNl(stroke.Shot));
            if (sum > zone.VolumeMaxNl)
            {
                Fail(2, $"{zone.Zone} had {sum} nL of at most {zone.VolumeMaxNl}.");
            }
        }

        long each = _zones.Values.Max(zone => zone.DoseToleranceNl);
        long most = _scenario.Input.File.Product.Loaded.Nl - _scenario.Input.File.Prime.Nl + (each * _zones.Values.Sum(zone => zone.Points));
        if (_truth.StrokeNl > most)
        {
            Fail(2, $"the session gave {_truth.StrokeNl} nL of at most {most}.");
        }
    }

    /// <summary>Each shot that put the needle out was allowed by a permit that had left a host before, and kept the distance to the one before.</summary>
    private void JudgePermits()
    {
        TruthStrokeLine? before = null;
        foreach (TruthStrokeLine stroke in _truth.Strokes)
        {
            if (_truth.Instants.FirstOrDefault(each => each.Name == "needle_out" && each.Shot == stroke.Shot) is { } went)
            {
                WirePermit[] allowing =
                    [.. _sent.Permits.Where(each => each.AtUs <= went.MonoUs && each.Permit.Zone == stroke.Zone && each.Permit.ShotLimit >= stroke.Shot).Select(each => each.Permit)];
                if (allowing.Length == 0)
                {
                    Fail(3, $"shot {stroke.Shot} began in zone {stroke.Zone}, and no permit that was sent before allows it.");
                }
                else if (stroke.DepthUm > allowing.Max(permit => permit.DepthUm) + _tolerance.DepthUm)
                {
                    Fail(1, $"shot {stroke.Shot} went {stroke.DepthUm} µm deep, deeper than any permit for it.");
                }
                else if (before is not null && stroke.BeginMs - before.BeginMs < allowing.Min(permit => permit.MinIntervalMs))
                {
                    Fail(3, $"shot {stroke.Shot} began {stroke.BeginMs - before.BeginMs} ms after the one before.");
                }
            }

            before = stroke;
        }
    }

    /// <summary>Rows in their order, what was sent backed by them, and no more given than they account for; each shot as it was, if all is settled.</summary>
    private void JudgeRecord()
    {
        LedgerWatch disk = new(_zones);
        try
        {
            foreach (RecordEntry row in _rows)
            {
                using JsonDocument body = JsonDocument.Parse(row.Body);
                disk.Take(row, body.RootElement);
            }

            foreach (byte[] bytes in _sent.Frames)
            {
                RequireBacked(disk, bytes);
            }
        }
        catch (BrokenInvariantException broken) when (_scenario.Excuses.Any(excuse => excuse.Invariant == broken.Invariant))
        {
            return;
        }

        long tolerance = _truth.Strokes.Sum(stroke => _zones.TryGetValue(stroke.Zone, out ZoneRule? zone) ? zone.DoseToleranceNl : 0);
        if (_truth.StrokeNl > disk.CommittedNl + tolerance)
        {
            Fail(6, $"{_truth.StrokeNl} nL left the tips, and the disk accounts for {disk.CommittedNl}.");
        }

        if (disk is { Open: false, UnknownShots: 0 } && _scenario.Excuses.All(excuse => excuse.Invariant != 6) && Differences(disk) is { Count: > 0 } wrong)
        {
            throw new StepFailedException("comparison", 0, string.Join(" ", wrong));
        }
    }

    private static void RequireBacked(LedgerWatch disk, byte[] bytes)
    {
        WireReader reader = new();
        ReadOnlySpan<byte> rest = bytes;
        while (reader.TryRead(ref rest, out WireFrame frame))
        {
            disk.RequireBacked(frame);
        }
    }

    private List<string> Differences(LedgerWatch disk)
    {
        ILookup<uint, TruthStrokeLine> truth = _truth.Strokes.ToLookup(stroke => stroke.Shot);
        List<string> wrong = [.. truth.Where(shot => shot.Count() > 1).Select(shot => $"Shot {shot.Key} was fired {shot.Count()} times.")];
        wrong.AddRange(truth.Where(shot => !disk.Shots.ContainsKey(shot.Key)).Select(shot => $"Shot {shot.Key} of {shot.First().VolumeNl} nL is not on the disk."));
        long counted = 0;
        long gave = 0;
        long tolerance = 0;
        foreach ((uint index, DiskShot shot) in disk.Shots.OrderBy(each => each.Key))
        {
            TruthStrokeLine? stroke = truth[index].FirstOrDefault();
            bool deep = shot.VolumeNl == 0 || Math.Abs(shot.DepthUm - (stroke?.DepthUm ?? 0)) <= _tolerance.DepthUm;
            if (shot.Outcome == "unknown" || !deep || shot.Zone != (stroke?.Zone ?? shot.Zone))
            {
                wrong.Add($"Shot {index}: on the disk {shot}, in truth {stroke}.");
            }

            // What was cut short stands under pressure in the line, and follows as a drop: where the tips are blocked, after a later shot that is cut
            // short too. Shots that are cut one after another are held together against what left the tips in them and after.
            bool cut = shot.EndedBy != 0;
            counted += shot.VolumeNl;
            gave += (stroke?.VolumeNl ?? 0) + (cut ? _truth.DripNl(index) : 0);
            tolerance += _tolerance.VolumeNl(shot.VolumeNl);
            bool goesOn = cut && disk.Shots.TryGetValue(index + 1, out DiskShot? next) && next.EndedBy != 0;
            if (!goesOn && Math.Abs(counted - gave) > tolerance)
            {
                wrong.Add($"Shot {index}{(cut ? ", with those cut short before it" : "")}: {counted} nL on the disk, {gave} nL in truth; {shot}, {stroke}.");
            }

            (counted, gave, tolerance) = goesOn ? (counted, gave, tolerance) : (0, 0, 0);
        }

        return wrong;
    }
}
