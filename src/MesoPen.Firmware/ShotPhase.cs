namespace MesoPen.Firmware;

/// <summary>How far a shot has got.</summary>
internal enum ShotPhase
{
    None,
    Extending,
    Settling,
    Injecting,
    Dwelling,
    Retracting,
}
