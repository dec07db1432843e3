using MesoPen.Firmware;

namespace MesoPen.Tests.Firmware;

/// <summary>
/// Ideal axes and sensors that a test sets by hand: the needle and the plunger go where they are sent at the speed asked for and
/// stop at once. It keeps what moved, so that a test can ask the machine and not the firmware.
/// </summary>
internal sealed class BenchPlant : IActuators
{
    private const int HomeSwitchUm = 30;

    private long _needleNm;
    private long _needleTargetNm;
    private int _needleNmPerMs;
    private long _plungerMilliSteps;
    private long _plungerTargetMilliSteps;
    private long _plungerMilliStepsPerMs;
    private bool _plungerOn;
    private int _pressureKpa;

    public BenchPlant(DeviceConfiguration configuration)
    {
        Scale = new PlungerScale(configuration.PlungerStepsPerMl);
        PlungerEndSteps = Scale.StepsIn(configuration.CartridgeNl);
    }

    public PlungerScale Scale { get; }

    /// <summary>The needle does not move, whatever it is told.</summary>
    public bool NeedleJammed { get; set; }

    /// <summary>The needle does not come back, but would go out.</summary>
    public bool NeedleJammedOut { get; set; }

    /// <summary>The plunger does not move, whatever it is told.</summary>
    public bool PlungerJammed { get; set; }

    /// <summary>Added to what the needle's encoder says.</summary>
    public int NeedleEncoderErrorUm { get; set; }

    public bool? HomeSwitchStuck { get; set; }

    /// <summary>The motor has power from outside the firmware and pushes: steps a second.</summary>
    public int PlungerRunawayStepsPerS { get; set; }

    public bool Contact { get; set; }

    public bool Trigger { get; set; }

    public bool StopButton { get; set; }

    public bool CartridgePresent { get; set; } = true;

    public long PlungerEndSteps { get; set; }

    public uint CartridgeId { get; set; } = 1;

    public int PressureKpa
    {
        get => SensorsThrow ? throw new IOException("No answer on the bus.") : _pressureKpa;
        set => _pressureKpa = value;
    }

    /// <summary>The bus that the sensors hang on is dead.</summary>
    public bool SensorsThrow { get; set; }

    /// <summary>The needle was sent back while the plunger was still driven: the wrong order.</summary>
    public bool RetractedUnderDrive { get; private set; }

    public int TemperatureCc { get; set; } = 2400;

    public int BatteryPermille { get; set; } = 900;

    public int NeedleUm => (int)(_needleNm / 1000) + NeedleEncoderErrorUm;

    public bool NeedleHome => HomeSwitchStuck ?? _needleNm / 1000 <= HomeSwitchUm;

    public long PlungerSteps => _plungerMilliSteps / 1000;

    /// <summary>Whether the plunger moved forward in the last millisecond.</summary>
    public bool PlungerMoved { get; private set; }

    public bool NeedleMoved { get; private set; }

    /// <summary>Commands that drove the plunger.</summary>
    public int Drives { get; private set; }

    public int Shots { get; private set; }

    public uint LastShotTraced { get; private set; }

    public bool LampArmed { get; private set; }

    public ushort LampZone { get; private set; }

    public bool LampMustRelease { get; private set; }

    public int DeepestUm { get; set; }

    public void DriveNeedle(int targetUm, int speedUmPerS)
    {
        RetractedUnderDrive |= targetUm == 0 && _plungerOn && _plungerTargetMilliSteps > _plungerMilliSteps;
        _needleTargetNm = targetUm * 1000L;
        _needleNmPerMs = speedUmPerS;
    }

    public void DrivePlunger(long targetSteps, int stepsPerS)
    {
        Drives++;
        _plungerOn = true;
        _plungerTargetMilliSteps = targetSteps * 1000;
        _plungerMilliStepsPerMs = stepsPerS;
    }

    public void HaltPlunger() => _plungerOn = false;

    public void TraceShot(uint shot)
    {
        Shots++;
        LastShotTraced = shot;
    }

    public void Lamp(bool armed, ushort zone, bool mustRelease)
    {
        LampArmed = armed;
        LampZone = zone;
        LampMustRelease = mustRelease;
    }

    /// <summary>Puts the plunger somewhere else, as a change of cartridge or a broken encoder does.</summary>
    public void SetPlungerSteps(long steps) => _plungerMilliSteps = steps * 1000;

    /// <summary>Puts the needle somewhere else, by force.</summary>
    public void PushNeedle(int um) => _needleNm = um * 1000L;

    public void ChangeCartridge()
    {
        CartridgePresent = true;
        CartridgeId++;
        PlungerEndSteps += PlungerSteps;
    }

    /// <summary>One millisecond of the machine.</summary>
    public void Step()
    {
        long needleBefore = _needleNm;
        long plungerBefore = _plungerMilliSteps;
        bool back = _needleTargetNm < _needleNm;
        if (!NeedleJammed && !(NeedleJammedOut && back))
        {
            _needleNm += Math.Clamp(_needleTargetNm - _needleNm, -_needleNmPerMs, _needleNmPerMs);
        }

        if (_plungerOn && !PlungerJammed)
        {
            long way = _plungerTargetMilliSteps - _plungerMilliSteps;
            _plungerMilliSteps += Math.Clamp(way, -_plungerMilliStepsPerMs, _plungerMilliStepsPerMs);
        }

        _plungerMilliSteps += PlungerRunawayStepsPerS;
        NeedleMoved = _needleNm != needleBefore;
        PlungerMoved = _plungerMilliSteps > plungerBefore;
        DeepestUm = Math.Max(DeepestUm, (int)(_needleNm / 1000));
    }
}
