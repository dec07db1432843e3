using MesoPen.Kernel;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>Sees whether conditions hold in a virtual treatment. What passes in an instant (a frame, a phase of a stroke) is remembered.</summary>
internal sealed class ConditionWatch
{
    private readonly VirtualTreatment _treatment;
    private readonly IReadOnlyList<string> _ends;
    private readonly Dictionary<string, int> _deviceHeard = [];
    private readonly Dictionary<string, int> _hostHeard = [];
    private readonly Dictionary<string, int> _sent = [];
    private readonly List<string> _questions = [];
    private readonly List<string> _told = [];
    private readonly List<string> _refusals = [];
    private readonly FrameReader _frames = new();
    private readonly StrokeWatch _strokes = new();
    private uint _shot;
    private StrokePhase _phase;
    private uint _bootId;
    private int _boots;

    public ConditionWatch(VirtualTreatment treatment, IReadOnlyList<string> ends)
    {
        (_treatment, _ends) = (treatment, ends);
        treatment.DeviceHears = OnDeviceHears;
        treatment.HostHears = type =>
        {
            Count(_hostHeard, type);
            Passed?.Invoke(type);
        };
        treatment.Sent = (type, _) => Count(_sent, type);
    }

    /// <summary>Told of each good frame as it reaches its end.</summary>
    public Action<MessageType>? Passed { get; set; }

    /// <summary>What persons were asked, by all hosts, in order.</summary>
    public IReadOnlyList<string> Questions => _questions;

    /// <summary>What persons were told, by all hosts, in order.</summary>
    public IReadOnlyList<string> Told => _told;

    /// <summary>Those of <see cref="Told"/> that were refusals.</summary>
    public IReadOnlyList<string> Refusals => _refusals;

    public int Boots => _boots;

    /// <summary>Frames that hosts sent, by name.</summary>
    public int SentOf(string name) => _sent.GetValueOrDefault(name);

    /// <summary>A host has begun: its words are taken from now on.</summary>
    public void NewHost()
    {
        PromptDesk desk = _treatment.Host!.Desk;
        desk.Asked = _questions.Add;
        desk.Told = (kind, text) =>
        {
            _told.Add(text);
            if (kind == NoticeKind.Refused)
            {
                _refusals.Add(text);
            }
        };
    }

    /// <summary>After every step of time.</summary>
    public void Look()
    {
        FaultInstant now = _strokes.Look(_treatment.Device.Plant, _treatment.Ms);
        if (now.Shot != 0)
        {
            _phase = now.Shot != _shot || now.Phase > _phase ? now.Phase : _phase;
            _shot = now.Shot;
        }

        if (_treatment.Device.BootId is var boot && boot != _bootId)
        {
            _bootId = boot;
            _boots += boot == 0 ? 0 : 1;
        }
    }

    public bool Holds(Condition condition)
    {
        Session? session = _treatment.Host?.Session;
        Plant plant = _treatment.Device.Plant;
        return condition.Kind switch
        {
            ConditionKind.Shot => ShotIs(condition),
            ConditionKind.DeviceHears => _deviceHeard.GetValueOrDefault(condition.Word) >= condition.Number,
            ConditionKind.HostHears => _hostHeard.GetValueOrDefault(condition.Word) >= condition.Number,
            ConditionKind.HostSends => _sent.GetValueOrDefault(condition.Word) >= condition.Number,
            ConditionKind.State => session?.IsIn(Enum.Parse<SessionState>(condition.Word)) == true,
            ConditionKind.DeviceState => _treatment.Device.Status?.State.ToString().Equals(condition.Word, StringComparison.OrdinalIgnoreCase) == true,
            ConditionKind.Zone => ZoneIs(session, condition.Word),
            ConditionKind.Asked => _questions.Exists(each => each.Contains(condition.Word, StringComparison.OrdinalIgnoreCase)),
            ConditionKind.Told => _told.Exists(each => each.Contains(condition.Word, StringComparison.OrdinalIgnoreCase)),
            ConditionKind.FaultLatched => session?.Fault?.Number == condition.Number,
            ConditionKind.RunEnds => _ends.Count >= condition.Number,
            ConditionKind.Closed => _treatment.Oracle.Disk.Closed,
            ConditionKind.Boot => _boots >= condition.Number,
            ConditionKind.NeedleHome => plant.NeedleHome,
            ConditionKind.PlungerStill => !plant.PlungerMoving,
            ConditionKind.AtRest => plant.NeedleHome && !plant.PlungerMoving,
            ConditionKind.ShotsFired => _treatment.Strokes.Count >= condition.Number,
            ConditionKind.ShotsRecorded => _treatment.Oracle.Disk.Shots.Count >= condition.Number,
            ConditionKind.PermitLive => _treatment.Device.Status?.PermitId > 0,
            ConditionKind.NoPermitLive => _treatment.Device.Status is null or { PermitId: 0 },
            ConditionKind.Row => _treatment.Disk.Entries.Count(entry => entry.Kind == condition.Word) >= condition.Number,
            _ => throw new InvalidOperationException($"No way to see {condition.Kind}."),
        };
    }

    /// <summary>Where everything stands, for whoever must explain a failure.</summary>
    public string Describe() =>
        $"The session is {_treatment.Host?.Session.State.ToString() ?? "over"}, the device {_treatment.Device.Status?.State.ToString() ?? "without power"}.";

    private bool ShotIs(Condition condition)
    {
        StrokePhase asked = Enum.Parse<StrokePhase>(condition.Word, ignoreCase: true);
        bool over = condition.Number < _shot || (condition.Number == _shot && _treatment.Device.Plant.Shot != _shot);
        return over || (condition.Number == _shot && _phase >= asked && asked != StrokePhase.End);
    }

    private bool ZoneIs(Session? session, string words)
    {
        string[] parts = words.Split(' ');
        return session is not null && (parts[1] == "armed"
            ? session.IsIn(SessionState.Armed) && session.Zone?.Zone == parts[0]
            : _treatment.Input.Plan.Zones.FirstOrDefault(each => each.Zone == parts[0]) is { } zone && session.Remaining(zone) == 0);
    }

    private void OnDeviceHears(ReadOnlySpan<byte> bytes)
    {
        while (_frames.TryRead(ref bytes, out Frame frame))
        {
            Count(_deviceHeard, frame.Header.Type);
            Passed?.Invoke(frame.Header.Type);
        }
    }

    private static void Count(Dictionary<string, int> counts, MessageType type)
    {
        string name = WireNames.Of(type);
        counts[name] = counts.GetValueOrDefault(name) + 1;
    }
}
