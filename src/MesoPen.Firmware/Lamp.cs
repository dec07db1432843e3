namespace MesoPen.Firmware;

/// <summary>Shows the live permit to the operator, and speaks to the lamp only when it changes.</summary>
internal sealed class Lamp
{
    private readonly IActuators _actuators;
    private bool _armed;
    private ushort _zone;
    private bool _mustRelease;

    internal Lamp(IActuators actuators)
    {
        _actuators = actuators;
        actuators.Lamp(false, 0, false);
    }

    internal void Show(bool armed, ushort zone, bool mustRelease)
    {
        if (armed == _armed && zone == _zone && mustRelease == _mustRelease)
        {
            return;
        }

        _armed = armed;
        _zone = zone;
        _mustRelease = mustRelease;
        _actuators.Lamp(armed, zone, mustRelease);
    }
}
