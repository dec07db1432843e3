namespace MesoPen.Firmware;

/// <summary>
/// What the sensors said at the beginning of a tick. One reading a tick, so that a tick cannot contradict itself.
/// </summary>
internal readonly record struct Senses(
    bool Trigger,
    bool Contact,
    bool StopButton,
    bool CartridgePresent,
    uint CartridgeId,
    long PlungerEndSteps,
    int PressureKpa,
    int TemperatureCc,
    int BatteryPermille)
{
    internal static Senses Read(IActuators from) => new(
        from.Trigger,
        from.Contact,
        from.StopButton,
        from.CartridgePresent,
        from.CartridgeId,
        from.PlungerEndSteps,
        from.PressureKpa,
        from.TemperatureCc,
        from.BatteryPermille);
}
