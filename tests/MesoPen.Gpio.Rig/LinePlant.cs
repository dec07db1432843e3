using MesoPen.Firmware;
using MesoPen.Gpio.Tests.Chips;
using MesoPen.Simulator;

namespace MesoPen.Gpio.Rig;

/// <summary>
/// The Simulator's plant on the other side of a board's lines: what comes over step, direction and enable lines moves it, and
/// what its switches say is pulled onto
/// theirs. Nothing else passes between it and the firmware.
/// </summary>
internal sealed class LinePlant : IDisposable
{
    /// <summary>Between two looks at the lines while a drive has power, ns: a third of the shortest pulse.</summary>
    internal const long LookNs = 25_000;

    private readonly Board _board;
    private readonly StepReceiver _needle;
    private readonly StepReceiver _plunger;
    private readonly LineWatch _enable;
    private readonly LinePull _home;
    private readonly LinePull _contact;
    private readonly LinePull _trigger;
    private readonly LinePull _stop;
    private readonly LinePull _cartridge;
    private readonly long _plungerBase;
    private long _needleSteps;
    private long _plungerSteps;

    internal LinePlant(Board board, SimulatedChip chip, Plant plant)
    {
        (_board, Plant) = (board, plant);
        LineWatch Watch(string role) => new(chip, board.Lines[role]);
        LinePull Pull(string role) => new(chip, board.Lines[role]);
        _needle = new StepReceiver(Watch(LineRole.NeedleStep), Watch(LineRole.NeedleDirection), board.Needle.ForwardHigh);
        _plunger = new StepReceiver(Watch(LineRole.PlungerStep), Watch(LineRole.PlungerDirection), board.Plunger.ForwardHigh);
        _enable = Watch(LineRole.Enable);
        (_home, _contact, _trigger, _stop, _cartridge) =
            (Pull(LineRole.NeedleHome), Pull(LineRole.Contact), Pull(LineRole.Trigger), Pull(LineRole.Stop), Pull(LineRole.Cartridge));
        if (board.Lines.TryGetValue(LineRole.FootSwitch, out BoardLine? foot))
        {
            using LinePull pull = new(chip, foot);
            pull.Set(active: false);
        }

        _plungerBase = plant.PlungerSteps;
        Answer();
    }

    internal Plant Plant { get; }

    /// <summary>Whether the drives have power, as of the last look.</summary>
    internal bool Powered { get; private set; }

    /// <summary>Pulses that no drive followed.</summary>
    internal long UnpoweredPulses => _needle.Unpowered + _plunger.Unpowered;

    /// <summary>Looks at the lines.</summary>
    internal void Look()
    {
        Powered = _enable.Active;
        _ = _needle.Look(Powered);
        _ = _plunger.Look(Powered);
    }

    /// <summary>A millisecond passes: the plant goes to where its motors stand, and its switches answer.</summary>
    internal void Step()
    {
        if (_needle.Steps != _needleSteps)
        {
            // The motor's own stop behind home: turned further back, it slips.
            _needleSteps = _needle.Steps;
            Plant.DriveNeedle((int)(_needleSteps * _board.Needle.NmPerStep / 1000), 2_000_000);
        }

        if (_plunger.Steps != _plungerSteps)
        {
            _plungerSteps = _plunger.Steps;
            Plant.DrivePlunger(_plungerBase + _plungerSteps, _board.Plunger.MaxStepsPerS * 2);
        }

        Plant.Step();
        Answer();
    }

    public void Dispose()
    {
        _needle.Dispose();
        _plunger.Dispose();
        _enable.Dispose();
        foreach (LinePull pull in (LinePull[])[_home, _contact, _trigger, _stop, _cartridge])
        {
            pull.Dispose();
        }
    }

    private void Answer()
    {
        _home.Set(Plant.NeedleHome);
        _contact.Set(Plant.Contact);
        _trigger.Set(Plant.Trigger);
        _stop.Set(Plant.StopButton);
        _cartridge.Set(Plant.CartridgePresent);
    }
}
