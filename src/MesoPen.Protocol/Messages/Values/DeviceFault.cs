namespace MesoPen.Protocol;

/// <summary>What is latched until a person clears it.</summary>
public enum DeviceFault : ushort
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Stop requested by the host.</summary>
    StopRequested = 1,

    /// <summary>Stop button.</summary>
    StopButton = 2,

    /// <summary>Line pressure above the device's limit.</summary>
    Occlusion = 10,

    /// <summary>The encoder does not follow the plunger.</summary>
    PlungerStall = 11,

    /// <summary>Target not reached, or not back home, in time.</summary>
    NeedleStall = 12,

    /// <summary>Needle encoder beyond permit and tolerance.</summary>
    NeedleTooDeep = 13,

    /// <summary>Cartridge empty.</summary>
    CartridgeEmpty = 14,

    /// <summary>Cartridge missing.</summary>
    CartridgeMissing = 15,

    /// <summary>Too warm.</summary>
    TooWarm = 16,

    /// <summary>Too cold.</summary>
    TooCold = 17,

    /// <summary>Pressed longer than the device's limit without a permit that uses it.</summary>
    TriggerStuck = 18,

    /// <summary>Non-volatile memory failed.</summary>
    NonVolatileFailed = 20,

    /// <summary>The watchdog reset the device.</summary>
    WatchdogReset = 21,

    /// <summary>Battery low.</summary>
    BatteryLow = 23,

    /// <summary>A sensor tells what cannot be.</summary>
    SensorImplausible = 24,

    /// <summary>The journal is full.</summary>
    JournalFull = 25,

    /// <summary>Self-test failed.</summary>
    SelfTestFailed = 26,

    /// <summary>Plunger encoder beyond the dose and tolerance.</summary>
    OverDelivery = 27,
}
