using MesoPen.Firmware;

namespace MesoPen.Simulator;

/// <summary>
/// The machine under the firmware and the body under the machine: needle, plunger, fluid, skin, cartridge, battery. It knows no clock: each
/// <see cref="Step"/> is a millisecond. Everything in it follows from the calls made to it.
/// </summary>
public sealed class Plant : IActuators
{
    /// <summary>Motion and flow are computed in steps of this many to the millisecond.</summary>
    private const int SubSteps = 5;

    private const double SubStepS = 1e-3 / SubSteps;

    private readonly DeviceProfile _profile;
    private readonly NeedleAxis _needle;
    private readonly PlungerAxis _plunger;
    private readonly FluidLine _line;
    private readonly Cartridge _cartridge;
    private readonly TruthRecorder _truth;
    private readonly double _conductance;
    private SkinSite _site;
    private long _ms;
    private int _lampZone;
    private bool _lampArmed;
    private bool _lampMustRelease;
    private long _boots;
    private int _xUm;
    private int _yUm;
    private int? _astrayZone;
    private double _open = 1;
    private int _leakPermille;
    private double _fallenNl;

    /// <summary>A plant at rest: needle home, a full cartridge, an unprimed line.</summary>
    /// <param name="profile">What it should be.</param>
    /// <param name="errors">How it differs from that; null for not at all.</param>
    public Plant(DeviceProfile profile, PlantErrors? errors = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        _profile = profile;
        errors = (errors ?? new PlantErrors()).Checked();
        _needle = new NeedleAxis(profile.Plant.Needle, errors);
        _plunger = new PlungerAxis(profile.Plant.Plunger, profile.Mechanics, errors.PlungerPpm);
        _line = new FluidLine(profile.Plant.Plunger, profile.Plant.Head.DeadVolumeNl);
        // The cartridge is as long as it is: a plunger that displaces more for each step comes to its end after fewer.
        _cartridge = new Cartridge(profile.Caps.CartridgeNl, profile.Mechanics.PlungerStepsPerMl * 1_000_000 / (1_000_000 + errors.PlungerPpm));
        _conductance = NeedleHead.Conductance(profile.Plant.Head, profile.Needles, profile.Plant.ViscosityUpas);
        _truth = new TruthRecorder(Lines);
        _site = profile.Plant.Skin[0];
        BatteryNowPermille = profile.Plant.Power.BatteryPermille;
        TemperatureNowCc = profile.Plant.Power.TemperatureCc;
        _cartridge.Insert(0);
    }

    /// <summary>Id of the profile that it was made from.</summary>
    public string ProfileId => _profile.Id;

    /// <summary>Virtual time since the device was made, ms.</summary>
    public long Ms => _ms;

    /// <summary>The lamp on the device.</summary>
    public Lamp Lamp => new(_lampArmed, (ushort)_lampZone, _lampMustRelease);

    /// <summary>How hard the head is pressed on the skin, mN; 0 is off the skin.</summary>
    public int PressMn { get; set; }

    /// <summary>Whether a finger is on the trigger.</summary>
    public bool Finger { get; set; }

    /// <summary>Whether the stop button is held.</summary>
    public bool StopButton { get; set; }

    /// <summary>Faults in the machine. Sound at first.</summary>
    public PlantDefects Defects { get; } = new();

    /// <summary>The skin under the head.</summary>
    public SkinSite Site => _site;

    /// <summary>Deepest point of the tips, µm from home along the axis.</summary>
    public double TipUm => _needle.TipUm;

    /// <summary>Whether the tips are in skin.</summary>
    public bool InSkin => Pressed && _needle.TipUm > 0;

    /// <summary>Whether the plunger moved in the last millisecond.</summary>
    public bool PlungerMoving => _plunger.Moving;

    /// <summary>Whether nothing moves and no drop can follow.</summary>
    public bool AtRest => !_needle.Moving && !_plunger.Moving && _line.AtRest;

    /// <summary>Fluid that has left the tips over the device's life, nL.</summary>
    public double OutNl => _line.OutNl;

    /// <summary>Of it, what left while the tips were not in skin since this object was made, nL: what lands in a vessel under them.</summary>
    public double FallenNl => _fallenNl;

    /// <summary>Fluid in the cartridge, nL.</summary>
    public double CartridgeNl => _cartridge.HeldNl;

    /// <summary>Fluid between plunger and tips, under pressure and in the dead space, nL.</summary>
    public double HeldNl => _line.HeldNl;

    /// <summary>Fluid in all cartridges put in so far, nL.</summary>
    public double LoadedNl => _cartridge.LoadedNl;

    /// <summary>Fluid thrown away with cartridges and lost when lines were opened, nL.</summary>
    public double DiscardedNl => _cartridge.DiscardedNl;

    /// <summary>Labelled strokes over the device's life.</summary>
    public long Strokes => _truth.Strokes;

    /// <summary>The label of the stroke under way, 0 if none.</summary>
    public uint Shot => _truth.Shot;

    /// <summary>The last stroke that ended in this process; all 0 before the first.</summary>
    public StrokeTruth LastStroke => _truth.LastStroke;

    /// <summary>Told of every labelled stroke as it ends.</summary>
    public Action<StrokeTruth>? StrokeEnded
    {
        get => _truth.StrokeEnded;
        set => _truth.StrokeEnded = value;
    }

    /// <inheritdoc/>
    public int NeedleUm => (int)Math.Round(_needle.CarriageUm);

    /// <inheritdoc/>
    public bool NeedleHome => _needle.HomeSwitch;

    /// <inheritdoc/>
    public long PlungerSteps => _plunger.Steps;

    /// <inheritdoc/>
    public bool Contact => Defects.InSenses ? Defects.Contact(Touches) : Touches;

    /// <inheritdoc/>
    public bool Trigger => Defects.InSenses ? Defects.Trigger(Finger) : Finger;

    /// <inheritdoc/>
    public bool CartridgePresent => _cartridge.Present;

    /// <inheritdoc/>
    public long PlungerEndSteps => _cartridge.EndSteps;

    /// <inheritdoc/>
    public uint CartridgeId => _cartridge.Id;

    /// <inheritdoc/>
    public int PressureKpa => Defects.InSenses ? Defects.PressureKpa(LineKpa) : LineKpa;

    /// <inheritdoc/>
    public int TemperatureCc => Defects.TemperatureCc ?? TemperatureNowCc;

    /// <inheritdoc/>
    public int BatteryPermille => Defects.BatteryPermille
        ?? (int)Math.Max(0, BatteryNowPermille - Strokes / _profile.Plant.Power.BatteryStrokesPerPermille);

    internal TruthLines Lines { get; } = new();

    /// <summary>Boots of the device over its life; kept with the plant, so that no boot repeats another's salt.</summary>
    internal long Boots => _boots;

    private int BatteryNowPermille { get; }

    private int TemperatureNowCc { get; }

    private bool Pressed => PressMn > 0 && !Defects.Lifted;

    private bool Touches => Pressed && PressMn >= _site.ContactMinMn;

    /// <summary>Pressure in the line as it is, kPa, whatever its sensor says.</summary>
    public int LineKpa => (int)Math.Round(_line.PressureKpa);

    /// <inheritdoc/>
    public void DriveNeedle(int targetUm, int speedUmPerS) => _needle.Drive(targetUm, speedUmPerS);

    /// <inheritdoc/>
    public void DrivePlunger(long targetSteps, int stepsPerS) => _plunger.Drive(targetSteps, stepsPerS);

    /// <inheritdoc/>
    public void HaltPlunger() => _plunger.Halt();

    /// <inheritdoc/>
    public void TraceShot(uint shot) => _truth.Label(shot, Now());

    /// <inheritdoc/>
    void IActuators.Lamp(bool armed, ushort zone, bool mustRelease)
    {
        _lampArmed = armed;
        _lampZone = zone;
        _lampMustRelease = mustRelease;
    }

    /// <summary>Puts the head over a point of a zone's skin, µm from the first point of its grid.</summary>
    /// <param name="zone">Tag of the zone that the head is over.</param>
    /// <param name="xUm">Along a row.</param>
    /// <param name="yUm">Across.</param>
    /// <param name="astray">Whether that is not the zone that is meant: the truth then says where the head was.</param>
    public void Place(ushort zone, int xUm, int yUm, bool astray = false)
    {
        _astrayZone = astray ? zone : null;
        _xUm = xUm;
        _yUm = yUm;
        _site = _profile.Plant.Skin.FirstOrDefault(site => site.Tags.Contains(zone)) ?? _profile.Plant.Skin[0];
    }

    /// <summary>Takes the cartridge out, whatever is going on. What was under pressure in the line is lost.</summary>
    public void PullCartridge()
    {
        if (_cartridge.Present)
        {
            _cartridge.Discard(_line.Vent());
            _cartridge.Pull();
            Event("cartridge_out");
        }
    }

    /// <summary>Puts a full cartridge in the place of the present one, if any. The line then holds air.</summary>
    public void InsertCartridge()
    {
        PullCartridge();
        _cartridge.Discard(_line.Empty());
        _cartridge.Insert(_plunger.Steps);
        Event("cartridge_in");
    }

    /// <summary>Leaves no more than a volume in the cartridge, nL. The rest is thrown away.</summary>
    public void LimitCartridge(int volumeNl) => _cartridge.Limit(volumeNl, _plunger.Steps);

    /// <summary>Lets an air bubble into the line, as far as there is room, nL. The fluid in whose place it comes is thrown away.</summary>
    public void LetAirIn(int volumeNl) => _cartridge.Discard(_line.LetAirIn(volumeNl));

    /// <summary>Cuts the power: everything stands where it is, the lamp goes dark.</summary>
    public void CutPower()
    {
        _needle.Halt();
        _plunger.Drop();
        ((IActuators)this).Lamp(armed: false, 0, mustRelease: false);
    }

    /// <summary>A millisecond passes.</summary>
    public void Step()
    {
        _ms++;
        _plunger.Stalled = _line.PressureKpa >= _profile.Plant.Plunger.StallKpa;
        if (Defects.Any)
        {
            Suffer();
        }

        if (_truth.Settled && AtRest && !_plunger.Busy)
        {
            return;
        }

        // The drive's rate is kept across milliseconds, so "moving" is asked of the encoder.
        var before = _plunger.Steps;
        for (var i = 0; i < SubSteps; i++)
        {
            if (!SubStep())
            {
                break;
            }
        }

        _truth.Observe(Now() with { PlungerMoving = _plunger.Steps != before || _plunger.Moving });
    }

    /// <summary>The power is there. Counts the boot, and returns its number from 1.</summary>
    internal long Boot()
    {
        _truth.Boot(Now());
        return ++_boots;
    }

    internal void Event(string name) => Lines.Event(name, _ms, Shot);

    internal void Exchange(ref StateExchange x)
    {
        x.Value(ref _ms);
        x.Value(ref _boots);
        _needle.Exchange(ref x);
        _plunger.Exchange(ref x);
        _line.Exchange(ref x);
        _cartridge.Exchange(ref x);
        _truth.Exchange(ref x);
    }

    /// <summary>Returns whether anything still moves or flows.</summary>
    private bool SubStep()
    {
        _needle.Step(SubStepS);
        var displaced = _cartridge.Present ? _cartridge.Give(_plunger.Step(SubStepS, _cartridge.EndSteps)) : Idle();
        if (_leakPermille > 0 && displaced > 0)
        {
            var lost = displaced * _leakPermille / 1000;
            _cartridge.Discard(lost);
            displaced -= lost;
        }

        var inSkin = InSkin;
        if (_line.AtRest && displaced == 0)
        {
            _truth.Flow(0, _needle.TipUm, inSkin);
            return _needle.Moving || _plunger.Moving;
        }

        var left = _line.Step(SubStepS, displaced, _open * _conductance, inSkin ? _site.BackPressureKpa : 0);
        _truth.Flow(left, _needle.TipUm, inSkin);
        _fallenNl += inSkin ? 0 : left;
        return true;
    }

    /// <summary>What is wrong with the machine comes to its parts. Called only when something ever was.</summary>
    private void Suffer()
    {
        Defects.Pass(_ms, Touches, Finger);
        _needle.Stuck = Defects.NeedleStuck;
        _needle.JamsOut = Defects.NeedleJamsOut;
        _needle.OverreachPermille = Defects.OverreachPermille;
        _needle.LoseSteps(Defects.TakeLostUm());
        _plunger.OverfeedPermille = Defects.OverfeedPermille;
        _plunger.StickNl = Defects.PlungerStickNl;
        _plunger.Stalled |= Defects.PlungerStalled;
        _open = Defects.Open;
        _leakPermille = Defects.LeakPermille;
    }

    private double Idle()
    {
        // Without a cartridge the plunger meets nothing.
        _ = _plunger.Step(SubStepS, long.MaxValue);
        return 0;
    }

    private PlantInstant Now() =>
        new(_ms, _lampZone, _xUm, _yUm, _needle.HomeSwitch, _plunger.Moving, AtRest, _line.OutNl, _line.AirOutNl, _astrayZone);
}
