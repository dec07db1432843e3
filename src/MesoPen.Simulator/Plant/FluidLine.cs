namespace MesoPen.Simulator;

/// <summary>
/// What lies between plunger and tips. Rubber, syringe and line give way under pressure (at once, and the rubber slowly too), so what leaves
/// the tips lags behind the plunger, and a little follows after it stopped. After a cartridge change the dead space holds air, which leaves first.
/// </summary>
/// <remarks>Nothing is made or lost: see <see cref="HeldNl"/>.</remarks>
internal sealed class FluidLine(PlungerConstants constants, int deadVolumeNl)
{
    private const double RoomKpa = 101.3;

    private double _storedNl;
    private double _relaxedNl;
    private double _airNl = deadVolumeNl;
    private double _outNl;
    private double _airOutNl;
    private double _bubbleNl;

    internal double PressureKpa => _storedNl / Compliance;

    /// <summary>Fluid that has left the tips since the device was made, nL; what was drawn back in counts against it.</summary>
    internal double OutNl => _outNl;

    /// <summary>Air that has left the tips, nL.</summary>
    internal double AirOutNl => _airOutNl;

    /// <summary>Fluid that the line holds: in its dead space, and by giving way under pressure, nL.</summary>
    internal double HeldNl => _storedNl + _relaxedNl + deadVolumeNl - _airNl;

    /// <summary>Whether so little is under pressure that no drop can follow.</summary>
    internal bool AtRest => Math.Abs(_storedNl) < 0.5 && Math.Abs(_relaxedNl) < 0.5;

    /// <summary>
    /// What gives way under pressure, nL per kPa. A bubble is an ideal gas about the pressure of the room; its foam clings to the line and gives
    /// way until the line is opened, though its volume has left the tips.
    /// </summary>
    private double Compliance => _bubbleNl == 0
        ? constants.ComplianceNlPerKpa
        : constants.ComplianceNlPerKpa + _bubbleNl / RoomKpa;

    /// <summary>Lets a volume in at the plunger's end and returns the fluid that left the tips, nL.</summary>
    /// <param name="seconds">Step; the implicit form keeps it stable whatever the resistance.</param>
    /// <param name="displacedNl">From the plunger; negative when it goes back.</param>
    /// <param name="conductance">Of the head, nL/s per kPa; 0 when blocked.</param>
    /// <param name="outsideKpa">What stands against the flow at the tips.</param>
    internal double Step(double seconds, double displacedNl, double conductance, double outsideKpa)
    {
        var creep = (PressureKpa * constants.RelaxationNlPerKpa - _relaxedNl) * seconds * 1000 / constants.RelaxationMs;
        _relaxedNl += creep;
        _storedNl += displacedNl - creep;

        // Tissue stands against what comes out, but closes the bore against what would go in.
        var against = _storedNl < 0 ? 0 : outsideKpa;
        var through = conductance * seconds;
        var pressure = (_storedNl + through * against) / (Compliance + through);
        var leaving = _storedNl >= 0 && pressure <= against ? 0 : through * (pressure - against);
        _storedNl -= leaving;
        return Leave(leaving);
    }

    /// <summary>Opens the line at the cartridge's end: what was under pressure is lost there. Returns it, nL.</summary>
    internal double Vent()
    {
        var lost = _storedNl + _relaxedNl;
        _storedNl = 0;
        _relaxedNl = 0;
        return lost;
    }

    /// <summary>Fills the dead space with air, as a cartridge change does. Returns the fluid thrown away, nL.</summary>
    internal double Empty()
    {
        var lost = deadVolumeNl - _airNl;
        _bubbleNl = 0;
        _airNl = deadVolumeNl;
        return lost;
    }

    /// <summary>Lets air in, as far as there is room for it. Returns the fluid that it takes the place of, nL.</summary>
    internal double LetAirIn(double volumeNl)
    {
        var air = Math.Min(volumeNl, deadVolumeNl - _airNl);
        _airNl += air;
        _bubbleNl += air;
        return air;
    }

    internal void Exchange(ref StateExchange x)
    {
        x.Value(ref _storedNl);
        x.Value(ref _relaxedNl);
        x.Value(ref _airNl);
        x.Value(ref _outNl);
        x.Value(ref _airOutNl);
    }

    private double Leave(double volumeNl)
    {
        if (volumeNl < 0)
        {
            // Drawn in at the tips: air, as far as there is room for it.
            var air = Math.Min(-volumeNl, deadVolumeNl - _airNl);
            _airNl += air;
            _airOutNl -= air;
            var drawn = volumeNl + air;
            _outNl += drawn;
            return drawn;
        }

        var airOut = Math.Min(_airNl, volumeNl);
        _airNl -= airOut;
        _airOutNl += airOut;
        var fluid = volumeNl - airOut;
        _outNl += fluid;
        return fluid;
    }
}
