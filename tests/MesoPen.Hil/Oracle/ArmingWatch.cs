using System.Text.Json;
using MesoPen.Host.Input;
using MesoPen.Kernel;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>
/// Invariant 7, from outside of the kernel: when a permit is about to leave the host, all that must come before it is looked for in the bytes of
/// this connection, in the rows on the disk, in what the person said, on the wall clock, and in what the needle was seen to do.
/// </summary>
internal sealed class ArmingWatch(TreatmentInput input, LedgerWatch disk)
{
    private const int SelfTestPassed = 1 << 7;
    private const int Primed = 1 << 6;

    /// <summary>A self-test takes the needle at least this far out, µm.</summary>
    private const int ExercisedUm = 200;

    private static readonly string[] Prerequisites =
        ["FreshNeedle", "Screening", "Consent", "Patient", "Competence", "Plan", "Product", "Vial", "Records", "Calibration"];

    private readonly (int Invariant, string What)? _beyond = PlanAudit.OfFiles(input);
    private readonly HashSet<string> _confirmed = [];
    private readonly List<string> _yes = [];
    private VirtualClock? _clock;
    private (int Invariant, string What)? _beyondDevice;
    private string? _serial;
    private bool _identified;
    private bool _capable;
    private uint _heardBoot;
    private int _flags;
    private uint _calibrationDueDay;
    private (string Serial, string Mark, uint Ppm) _held = ("", "", 0);
    private uint _shotCounter;
    private uint _bootId;
    private bool _exercised;
    private bool _latched;
    private long _sticks;

    /// <summary>The certificates that the host was given; null if it was given none.</summary>
    public CertificateAudit? Certificates { get; init; }

    /// <summary>Permits that left the host.</summary>
    public int Grants { get; private set; }

    /// <summary>A host process begins: what a person told an earlier one counts no more.</summary>
    public void NewHost(VirtualClock clock)
    {
        _clock = clock;
        _confirmed.Clear();
        _yes.Clear();
        NewConnection();
    }

    /// <summary>The person answered a question.</summary>
    public void Answer(string question, bool yes)
    {
        if (yes)
        {
            _yes.Add(question);
        }
    }

    /// <summary>The host heard a frame.</summary>
    public void Hear(in WireFrame frame)
    {
        if (frame.BootId != _heardBoot)
        {
            (_heardBoot, _flags) = (frame.BootId, 0);
        }

        bool done = frame.Has(2) && frame.U16(0) == 0;
        if (frame.IsReply && frame.Answered == MessageType.Identity && done && frame.Has(18))
        {
            (_identified, _calibrationDueDay) = (Text(frame, 18) == input.Profile.Id, frame.U32(14));
            _held = Held(frame);
        }
        else if (frame.IsReply && frame.Answered == MessageType.Capabilities && done && frame.Has(48))
        {
            (_capable, _beyondDevice) = (true, PlanAudit.OfDevice(input, DeviceBounds.Read(frame)));
        }

        // Frames may come in disorder: what was once said in this boot is enough here, and the plant is looked at besides.
        if (frame.StatusAt is { } at)
        {
            _flags |= frame.U8(at + 1);
            _shotCounter = Math.Max(_shotCounter, frame.U32(at + 22));
        }
    }

    /// <summary>A row is on the disk.</summary>
    public void Take(string kind, JsonElement body)
    {
        switch (kind)
        {
            case "decision" when body.GetProperty("what").ValueEquals("confirmed"):
                string text = body.GetProperty("text").GetString()!;
                string[] said = text[..text.LastIndexOf(" by ", StringComparison.Ordinal)].Split(", ");
                _confirmed.UnionWith(said is ["All"] ? Prerequisites : said);
                break;
            case "decision" when body.GetProperty("what").ValueEquals("withdrawn"):
                string gone = body.GetProperty("text").GetString()!;
                gone = gone[..gone.IndexOf(':', StringComparison.Ordinal)];
                _confirmed.ExceptWith(gone == "All" ? Prerequisites : gone.Split(", "));
                break;
            case "baseline": _serial = body.GetProperty("serial").GetString()!; break;
            case "latched": _latched = true; break;
            case "released":
                RequireSaid("released", "a stop or fault stands released on the disk");
                _latched = false;
                break;
            case "needle-changed":
                RequireSaid("Fit a new one", "a new needle head stands on the disk");
                _sticks = 0;
                break;
            case "shot": _sticks++; break;
            default: break;
        }
    }

    /// <summary>What only a person can say was said, once for each time that it counts.</summary>
    private void RequireSaid(string question, string what)
    {
        int said = _yes.FindLastIndex(each => each.Contains(question, StringComparison.Ordinal));
        if (said < 0)
        {
            throw new BrokenInvariantException(7, $"{what}, and no person said so.");
        }

        _yes.RemoveAt(said);
    }

    /// <summary>After each millisecond in which something moves: the needle is seen to be tested in this boot.</summary>
    public void Watch(uint bootId, Plant plant)
    {
        if (bootId != _bootId)
        {
            (_bootId, _exercised) = (bootId, false);
        }

        _exercised |= plant.Shot == 0 && plant.TipUm > ExercisedUm;
    }

    /// <summary>A frame is about to leave the host: if it is a permit, everything that must come before one has.</summary>
    public void RequireReady(in WireFrame frame)
    {
        if (frame.Type == MessageType.Hello)
        {
            NewConnection();
        }

        if (frame.Type != MessageType.PermitGrant || !frame.Has(36))
        {
            return;
        }

        Grants++;
        WirePermit grant = WirePermit.Read(frame);
        RequireWithin(grant);
        long today = _clock!.GetUtcNow().ToUnixTimeSeconds() / 86_400;
        Require(_identified, "the device's identity was not read in this connection, or is not the plan's");
        Require(_capable, "the device's capabilities were not read in this connection");
        Require(frame.BootId == _heardBoot, $"it is for boot {frame.BootId:X}, and the last one heard is {_heardBoot:X}");
        Require((_flags & SelfTestPassed) != 0, "the device never said in this boot that it passed a self-test");
        Require(_bootId != frame.BootId || _exercised, "the needle was not tested in this boot, whatever the device says");
        Require((_flags & Primed) != 0, "the device never said in this boot that its line is full");
        Require(_calibrationDueDay >= today, $"the calibration was due on day {_calibrationDueDay}, and it is day {today}");
        string? objection = Certificates?.Objection(_held.Serial, _held.Mark, _held.Ppm, _shotCounter, today, grant.DepthUm, grant.DoseNl);
        Require(objection is null, objection ?? "");
        Require(input.File.Product.ExpiresDay >= today, $"the product expired on day {input.File.Product.ExpiresDay}, and it is day {today}");
        Require(_confirmed.IsSupersetOf(Prerequisites), $"not on the disk as confirmed: {string.Join(", ", Prerequisites.Except(_confirmed))}");
        Require(_yes.Exists(question => question.Contains("consent", StringComparison.Ordinal)), "nobody said yes to needle, screening and consent");
        Require(!_latched, "a stop or fault is latched on the disk, and no person released it");
        Require(_serial is not null, "no baseline is on the disk");
        Require(disk.UnknownShots == 0, "shots are unknown, and no person took them over");
        Require(_sticks + ((long)grant.ShotLimit - disk.LastShot) <= input.File.NeedleLimit.Value, $"the needle head has had {_sticks} shots, and may have {input.File.NeedleLimit.Value}");
    }

    /// <summary>The permit is the plan's, to the last number, and the plan within every limit.</summary>
    private void RequireWithin(WirePermit grant)
    {
        if ((_beyond ?? _beyondDevice) is { } beyond)
        {
            throw new BrokenInvariantException(beyond.Invariant, $"a permit leaves the host, and {beyond.What}.");
        }

        ZonePlan? zone = input.File.Zones.Select(planned => planned.Plan).FirstOrDefault(plan => plan.Tag == grant.Zone);
        Require(zone is not null, $"the plan has no zone {grant.Zone}");
        Require(
            grant.DepthUm == zone!.NeedleLength.Um && grant.DoseNl == zone.Dose.Nl && grant.Trigger == (int)zone.Trigger && grant.MinIntervalMs == zone.MinIntervalMs,
            $"it is not what the plan says of {zone.Zone}");
        Require(_yes.Exists(question => question.Contains(zone.Zone, StringComparison.Ordinal)), $"nobody said yes to {zone.Zone}");
    }

    private void NewConnection() => (_identified, _capable, _beyondDevice) = (false, false, null);

    /// <summary>Serial, certificate and scale of an identity: behind model and serial stand kind, ppm, offset, backlash, two reserved, the mark.</summary>
    private static (string Serial, string Mark, uint Ppm) Held(in WireFrame frame)
    {
        int serialAt = 19 + frame.U8(18);
        int kindAt = serialAt + 1 + frame.U8(serialAt);
        bool whole = frame.Has(kindAt + 29);
        return (
            Text(frame, serialAt),
            whole ? Convert.ToHexStringLower(frame.Payload.Slice(kindAt + 13, 16)) : new string('0', 32),
            frame.Has(kindAt + 5) ? frame.U32(kindAt + 1) : 1_000_000);
    }

    private static string Text(in WireFrame frame, int at) =>
        frame.Has(at + 1) && frame.U8(at) is var length && frame.Has(at + 1 + length) ? System.Text.Encoding.ASCII.GetString(frame.Payload.Slice(at + 1, length)) : "";

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new BrokenInvariantException(7, $"a permit leaves the host, and {what}.");
        }
    }
}
