namespace MesoPen.Protocol;

/// <summary>The device's sensors and readiness.</summary>
[Flags]
public enum DeviceFlags : byte
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The needle is home.</summary>
    NeedleHome = 1 << 0,

    /// <summary>The plunger stands still.</summary>
    PlungerStill = 1 << 1,

    /// <summary>The trigger is pressed.</summary>
    TriggerPressed = 1 << 2,

    /// <summary>The trigger must be released before it counts.</summary>
    MustRelease = 1 << 3,

    /// <summary>The head touches skin.</summary>
    Contact = 1 << 4,

    /// <summary>A cartridge is in.</summary>
    CartridgePresent = 1 << 5,

    /// <summary>The needles are full.</summary>
    Primed = 1 << 6,

    /// <summary>The self-test was passed in this boot.</summary>
    SelfTestPassed = 1 << 7,
}
