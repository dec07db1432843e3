using System.Runtime.InteropServices;
using MesoPen.Host.Input;
using MesoPen.Simulator;
using SimulatorProfile = MesoPen.Simulator.DeviceProfile;

namespace MesoPen.Hil;

/// <summary>
/// Judges the plant's own truth after every millisecond by the invariants of docs/architecture.md, section 5. It knows the input files, the
/// bytes that the device heard and the rows on the disk; it shares no arithmetic with the kernel.
/// </summary>
internal sealed partial class TruthOracle
{
    /// <summary>From the end of a lease, a stop or lost contact to plunger still, ms (hardware/protocol.md, section 7).</summary>
    private const int PlungerStillMs = 20;

    /// <summary>A self-test moves the needle out by no more than this, µm (hardware/protocol.md, 0x17).</summary>
    private const int SelfTestUm = 500;

    /// <summary>Time from power to the first order to the needle, ms; the drive is still until then.</summary>
    private const int BootMs = 20;

    /// <summary>By which all primes of a treatment together may run over, nL: a twentieth of the smallest prime of the plans shipped.</summary>
    private const int PrimeSlackNl = 2500;

    /// <summary>A switch counts once it has stood so long, ms: a press within it of the permit's arrival is one after it (SR-001).</summary>
    private const int SwitchMs = 5;

    private readonly SimulatedDevice _device;
    private readonly SimulatorProfile _profile;
    private readonly IReadOnlyDictionary<ushort, ZoneRule> _zones;
    private readonly Dictionary<ushort, double> _zoneNl = [];
    private readonly Dictionary<uint, double> _shotNl = [];
    private readonly long _needleHomeMs;
    private readonly long _volumeMaxNl;
    private long _strokes;
    private uint _shot;
    private ZoneRule? _zone;
    private double _tipMaxUm;
    private double _lateUm;
    private double _heldBackNl;
    private bool _blocked;
    private long? _buttonMs;
    private double _primeNl;
    private double _strokeNl;
    private double _outNl;
    private bool _inStroke;
    private bool _lastWasStroke;
    private long _steps;
    private long _inSkinMs = long.MinValue / 2;
    private long _offSkinMs = long.MinValue / 2;
    private long _poweredMs;
    private long _freeMs;
    private long _beganMs = long.MinValue / 2;
    private bool _mustRelease = true;
    private ushort _permitZone;
    private ushort _lampZone;
    private long _openMs;
    private long _cutNl;
    private long _toleranceNl;

    public TruthOracle(SimulatedDevice device, TreatmentInput input, SimulatorProfile profile, CertificateAudit? certificates = null)
    {
        _device = device;
        _profile = profile;
        _zones = ZoneRule.Of(input, _profile.Tolerance);
        Disk = new LedgerWatch(_zones);
        Arming = new ArmingWatch(input, Disk) { Certificates = certificates };
        _needleHomeMs = PlungerStillMs + _profile.Mechanics.RetractMsMax;
        long each = _zones.Values.Max(zone => zone.DoseToleranceNl);
        _volumeMaxNl = input.File.Product.Loaded.Nl - input.File.Prime.Nl + (each * _zones.Values.Sum(zone => zone.Points));
    }

    public PermitWatch Permits { get; } = new();

    /// <summary>Invariants that the device of a scenario breaks by itself, as the scenario says with its reason.</summary>
    public IReadOnlySet<int> Excused { get; init; } = new HashSet<int>();

    public LedgerWatch Disk { get; }

    public ArmingWatch Arming { get; }

    /// <summary>What the living host's ledger says counts, nL; null while none lives or it has no device.</summary>
    public Func<long?> HostCommittedNl { get; set; } = static () => null;

    /// <summary>Fluid that left the tips in strokes, and the drops after them, nL.</summary>
    public double TruthNl { get; private set; }

    /// <summary>Strokes by zone tag, as the plant saw them.</summary>
    public IReadOnlyDictionary<ushort, double> ZoneNl => _zoneNl;

    /// <summary>What each shot gave, the drop that followed it included, by lifetime index, nL.</summary>
    public IReadOnlyDictionary<uint, double> ShotNl => _shotNl;

    public long Strokes => _strokes;

    /// <summary>After every millisecond, with what the device heard at the beginning of it.</summary>
    public void Judge(ReadOnlySpan<byte> heard)
    {
        Plant plant = _device.Plant;
        long ms = _device.Ms;
        Permits.Step(ms, _device.BootId, _device.ClockMs, heard);
        if (!_device.Powered)
        {
            _poweredMs = ms;
        }

        if (plant.Defects.NeedleStuck || plant.Defects.NeedleJamsOut)
        {
            _freeMs = ms;
        }

        _inSkinMs = plant.InSkin ? ms : _inSkinMs;
        _offSkinMs = plant.PressMn == 0 || plant.Defects.Lifted ? ms : _offSkinMs;
        _blocked |= plant.Defects.Occluded;
        JudgeButton(plant, ms, home: plant.NeedleHome);
        JudgeTrigger(plant, ms);
        _lampZone = plant.Lamp.Zone != 0 ? plant.Lamp.Zone : _lampZone;
        bool home = plant.NeedleHome;
        bool moving = plant.PlungerMoving || plant.PlungerSteps != _steps;
        if (home && !moving && plant.Shot == 0 && !_inStroke && _outNl == plant.OutNl)
        {
            // Nothing moves and nothing flows: only what the host accounts for may change.
            JudgeLedger(ms);
            return;
        }

        JudgePrime(plant);
        _steps = plant.PlungerSteps;
        Arming.Watch(_device.BootId, plant);
        JudgeStroke(plant, ms);
        JudgeFlow(plant);
        JudgeNeedle(plant, ms, home);
        if (moving)
        {
            JudgePlunger(plant, ms);
        }

        JudgeLedger(ms);
        _inStroke = plant.Shot != 0;
    }

    /// <summary>While the stop button is held no shot begins, and what moves ends as after a stop from the host.</summary>
    private void JudgeButton(Plant plant, long ms, bool home)
    {
        if (!plant.StopButton || !_device.Powered)
        {
            _buttonMs = null;
            return;
        }

        _buttonMs ??= ms;
        long held = ms - _buttonMs.Value;
        if (plant.Strokes != _strokes && held > 1)
        {
            Fail(5, $"shot {plant.Shot} begins, and the stop button has been held for {held} ms.");
        }

        if (plant.PlungerMoving && held > PlungerStillMs)
        {
            Fail(5, $"the plunger moves, and the stop button has been held for {held} ms.");
        }

        if (!home && held > _needleHomeMs && ms - Math.Max(_poweredMs, _freeMs) > _needleHomeMs + BootMs)
        {
            Fail(5, $"the needle is out, and the stop button has been held for {held} ms.");
        }
    }

    /// <summary>Off the skin the plunger moves no further forward than primes were asked for.</summary>
    private void JudgePrime(Plant plant)
    {
        long moved = plant.PlungerSteps - _steps;
        if (plant.Shot != 0 || moved <= 0)
        {
            return;
        }

        _primeNl += moved * 1e6 / _profile.Mechanics.PlungerStepsPerMl;
        if (!plant.Defects.Occluded)
        {
            // What a blocked line held back leaves into the swab.
            _blocked = false;
        }

        // The plunger may run out after a cut by a step or two, each time; a prime is tens of microlitres.
        if (_primeNl > Permits.PrimeAllowedNl + PrimeSlackNl)
        {
            Fail(2, $"{_primeNl:0} nL were primed, and {Permits.PrimeAllowedNl} asked for.");
        }
    }

    private void Fail(int invariant, string what)
    {
        if (!Excused.Contains(invariant))
        {
            throw new BrokenInvariantException(invariant, what);
        }
    }

    /// <summary>Whatever was pressed when the first permit of a zone came alive must be let go before it counts.</summary>
    private void JudgeTrigger(Plant plant, long ms)
    {
        if (!_device.Powered)
        {
            // A shot may have begun in the very millisecond in which the power failed: what held then counts for it.
            return;
        }

        IReadOnlyList<WirePermit> permits = Permits.Permits;
        ushort zone = permits.Count > 0 ? permits[^1].Zone : (ushort)0;
        _mustRelease |= zone == 0 || zone != _permitZone;
        _permitZone = zone;
        _openMs = plant.Trigger ? _openMs : ms;
        if (zone != 0 && ms - _openMs <= SwitchMs)
        {
            _mustRelease = false;
        }
    }

    /// <summary>A shot begins: under a live permit that allows this index, intended on the disk, and not after a stop.</summary>
    private void JudgeStroke(Plant plant, long ms)
    {
        if (plant.Strokes == _strokes)
        {
            return;
        }

        _strokes = plant.Strokes;
        // Where the power fails in the very millisecond the lamp is dark already.
        ushort tag = plant.Lamp.Zone != 0 ? plant.Lamp.Zone : _lampZone;
        uint shot = plant.Shot;
        if (_zone is { } before && _strokeNl < before.DoseNl - before.DoseToleranceNl)
        {
            // It was cut short: what the line still holds then leaves as a drop, within a tolerance of its own.
            _cutNl += _profile.Tolerance.CutNl;
        }

        // What blocked bores held back in the last shot may leave with this one.
        if (_blocked)
        {
            // Held back under pressure while the line was blocked, be it in a prime: it leaves with this shot, and no encoder shows it.
            _cutNl += (long)Math.Ceiling(Math.Max(0, plant.PressureKpa) * _profile.Plant.Plunger.ComplianceNlPerKpa);
        }

        _heldBackNl = _blocked && _zone is { } last ? Math.Max(0, last.DoseNl + last.DoseToleranceNl - _strokeNl) : 0;
        (_shot, _strokeNl) = (shot, 0);
        if (Permits.StoppedMs is { } stopped)
        {
            Fail(5, $"shot {shot} begins {ms - stopped} ms after a stop.");
        }

        WirePermit[] allowing = [.. Permits.PermitsIn(ms).Where(permit => permit.Zone == tag && permit.ShotLimit >= shot)];
        if (allowing.Length == 0)
        {
            Fail(3, $"shot {shot} begins in zone {tag}, and no live permit allows it.");
        }

        if (!_zones.TryGetValue(tag, out _zone))
        {
            Fail(1, $"shot {shot} begins in zone {tag}, which the plan does not have.");
        }

        if (_mustRelease)
        {
            Fail(5, $"shot {shot} begins, and the trigger was not released since the permits of this zone came alive.");
        }

        if (allowing.Length > 0 && ms - _beganMs < allowing.Min(permit => permit.MinIntervalMs))
        {
            Fail(3, $"shot {shot} begins {ms - _beganMs} ms after the one before.");
        }

        _beganMs = ms;
        if (shot > Disk.ShotMax)
        {
            Fail(6, $"shot {shot} begins, and the disk knows of none beyond {Disk.ShotMax}.");
        }

        _tipMaxUm = Math.Min(_zone!.TipUmMax, allowing.Select(permit => permit.DepthUm).DefaultIfEmpty(long.MaxValue / 2).Max() + _profile.Tolerance.DepthUm);
        _toleranceNl += _zone.DoseToleranceNl;
    }

    /// <summary>Fluid that left belongs to the stroke under way, to the last one if it drips after, or to a prime.</summary>
    private void JudgeFlow(Plant plant)
    {
        double left = plant.OutNl - _outNl;
        _outNl = plant.OutNl;
        if (plant.Shot != 0)
        {
            _lastWasStroke = true;
        }
        else if (plant.PlungerMoving)
        {
            _lastWasStroke = false;
        }

        if (left == 0 || !_lastWasStroke)
        {
            return;
        }

        ZoneRule zone = _zone!;
        _strokeNl += left;
        CollectionsMarshal.GetValueRefOrAddDefault(_shotNl, _shot, out _) += left;
        TruthNl += left;
        ref double zoneNl = ref CollectionsMarshal.GetValueRefOrAddDefault(_zoneNl, zone.Tag, out _);
        zoneNl += left;
        if (_strokeNl > zone.DoseNl + zone.DoseToleranceNl + _heldBackNl)
        {
            Fail(2, $"a shot of {zone.DoseNl} nL in {zone.Zone} has given {_strokeNl:0} nL.");
        }

        if (zoneNl > zone.VolumeMaxNl + _heldBackNl)
        {
            Fail(2, $"{zone.Zone} has had {zoneNl:0} nL of at most {zone.VolumeMaxNl}.");
        }

        if (TruthNl > _volumeMaxNl)
        {
            Fail(2, $"the session has given {TruthNl:0} nL of at most {_volumeMaxNl}.");
        }
    }

    private void JudgeNeedle(Plant plant, long ms, bool home)
    {
        // A needle that was stuck or lost its steps may come home after its shot is written down; until then it goes no further out.
        _lateUm = plant.Shot != 0 ? plant.TipUm : Math.Min(_lateUm, plant.TipUm);
        bool hindered = ms - Math.Max(_poweredMs, _freeMs) <= _needleHomeMs + BootMs;
        double most = plant.Shot != 0 ? _tipMaxUm : Math.Max(hindered ? _tipMaxUm : _lateUm, SelfTestUm + _profile.Tolerance.DepthUm);
        if (plant.TipUm > most)
        {
            Fail(1, $"the tip is {plant.TipUm:0} µm out, of at most {most:0}.");
        }

        if (home || hindered)
        {
            return;
        }

        if (plant.Shot == 0 && plant.InSkin && ms - Permits.LastLiveMs > _needleHomeMs)
        {
            Fail(3, "the needle is in skin, and no shot is under way.");
        }

        if (plant.Shot != 0 && ms - Permits.LastLiveMs > _needleHomeMs)
        {
            Fail(4, $"the needle is still out {ms - Permits.LastLiveMs} ms after the last permit's end.");
        }

        if (Permits.StoppedMs is { } stopped && ms - stopped > _needleHomeMs)
        {
            Fail(5, $"the needle is still out {ms - stopped} ms after a stop.");
        }
    }

    private void JudgePlunger(Plant plant, long ms)
    {
        if (Permits.StoppedMs is { } stopped && ms - stopped > PlungerStillMs)
        {
            Fail(5, $"the plunger moves {ms - stopped} ms after a stop.");
        }

        if (plant.Shot != 0)
        {
            if (ms - Permits.LastLiveMs > PlungerStillMs)
            {
                Fail(4, $"the plunger moves {ms - Permits.LastLiveMs} ms after the last permit's end.");
            }

            if (ms - _inSkinMs > PlungerStillMs)
            {
                Fail(3, "the plunger moves in a shot, and the needle is not in skin.");
            }
        }
        else if (ms - Permits.LastFrameMs > _profile.Caps.LeaseMaxMs + PlungerStillMs)
        {
            Fail(4, $"the line is being primed, and the host was last heard {ms - Permits.LastFrameMs} ms ago.");
        }
        else if (ms - _offSkinMs > PlungerStillMs || plant.TipUm > SelfTestUm)
        {
            Fail(3, "the plunger moves without a shot, and the head is on skin.");
        }
    }

    /// <summary>What counts on the disk, and by the living host, is never less than what left the tips.</summary>
    private void JudgeLedger(long ms)
    {
        // Each shot that began may lie beyond its dose by its tolerance, and one that was cut short by more.
        long tolerance = _cutNl + _profile.Tolerance.CutNl + _toleranceNl;
        if (TruthNl > Disk.CommittedNl + tolerance)
        {
            Fail(6, $"{TruthNl:0} nL left the tips, and the disk accounts for {Disk.CommittedNl} (at {ms} ms).");
        }

        if (HostCommittedNl() is { } host && TruthNl > host + tolerance)
        {
            Fail(6, $"{TruthNl:0} nL left the tips, and the host accounts for {host} (at {ms} ms).");
        }
    }
}
