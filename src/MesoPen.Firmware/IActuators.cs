namespace MesoPen.Firmware;

/// <summary>
/// The device's muscles and senses, as the firmware sees them. A board (pins) or the simulator's plant implements it. Every member
/// returns at once; motion goes on by itself until its target, until another command, or until <see cref="HaltPlunger"/>.
/// </summary>
public interface IActuators
{
    /// <summary>Sends the needle to a position along its axis, µm from home (0), at a speed in µm/s.</summary>
    void DriveNeedle(int targetUm, int speedUmPerS);

    /// <summary>Needle position by its encoder, µm from home, positive outwards.</summary>
    int NeedleUm { get; }

    /// <summary>Whether the home switch is closed.</summary>
    bool NeedleHome { get; }

    /// <summary>Sends the plunger to an absolute position in encoder steps, at a rate in steps/s. A target behind the present position moves it back.</summary>
    void DrivePlunger(long targetSteps, int stepsPerS);

    /// <summary>Stops the plunger where it is.</summary>
    void HaltPlunger();

    /// <summary>Plunger position by its absolute encoder, steps; kept over a reset. Forward is up.</summary>
    long PlungerSteps { get; }

    /// <summary>Whether the head touches skin.</summary>
    bool Contact { get; }

    /// <summary>Whether the trigger is pressed.</summary>
    bool Trigger { get; }

    /// <summary>Whether the stop button is pressed (level, polled).</summary>
    bool StopButton { get; }

    /// <summary>Whether a cartridge is in.</summary>
    bool CartridgePresent { get; }

    /// <summary>Encoder position at which the present cartridge is empty, steps.</summary>
    long PlungerEndSteps { get; }

    /// <summary>Counts cartridge insertions over the device's life.</summary>
    uint CartridgeId { get; }

    /// <summary>Line pressure, kPa.</summary>
    int PressureKpa { get; }

    /// <summary>Temperature, hundredths of a degree Celsius.</summary>
    int TemperatureCc { get; }

    /// <summary>Battery charge, thousandths.</summary>
    int BatteryPermille { get; }

    /// <summary>
    /// Puts a shot's index on the trace output before its needle moves. A label for whoever watches the machine from outside; nothing reads it back.
    /// </summary>
    void TraceShot(uint shot);

    /// <summary>
    /// Puts the live permit (or none) on the trace output: zone tag, whether it has shots left. What an operator sees as the lamp on the gun.
    /// </summary>
    void Lamp(bool armed, ushort zone, bool mustRelease);
}
