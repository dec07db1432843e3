namespace MesoPen.Host.Api;

/// <summary>The simulated machine as it really is, whatever its sensors say. No limit is kept by it, and no record is made of it.</summary>
public sealed record SimulatorPlant
{
    /// <summary>Since the simulator began, ms.</summary>
    public required long Ms { get; init; }

    /// <summary>It has power.</summary>
    public required bool Powered { get; init; }

    /// <summary>Its line: up, silent or cut.</summary>
    public required string Link { get; init; }

    /// <summary>What its firmware says of itself; null without power.</summary>
    public string? State { get; init; }

    /// <summary>Number of the latched fault, 0 for none; null without power.</summary>
    public int? Fault { get; init; }

    /// <summary>Strokes of the needle over its life.</summary>
    public required long Shots { get; init; }

    /// <summary>Deepest point of the needle tips, µm from home.</summary>
    public required long TipUm { get; init; }

    /// <summary>The needle by its encoder, µm from home.</summary>
    public required long NeedleUm { get; init; }

    /// <summary>The farthest that the firmware lets it out, µm.</summary>
    public required long NeedleMaxUm { get; init; }

    /// <summary>The tips are in skin.</summary>
    public required bool InSkin { get; init; }

    /// <summary>Pressure in the line, kPa.</summary>
    public required long PressureKpa { get; init; }

    /// <summary>What the pressure sensor says, kPa.</summary>
    public required long SensorKpa { get; init; }

    /// <summary>The pressure that the firmware takes for an occlusion, kPa.</summary>
    public required long OcclusionKpa { get; init; }

    /// <summary>The plunger moves.</summary>
    public required bool PlungerMoving { get; init; }

    /// <summary>A cartridge is in.</summary>
    public required bool Cartridge { get; init; }

    /// <summary>Left in the cartridge, nL.</summary>
    public required long RemainingNl { get; init; }

    /// <summary>A full cartridge, nL.</summary>
    public required long CartridgeNl { get; init; }

    /// <summary>Left the tips over its life, nL.</summary>
    public required long OutNl { get; init; }

    /// <summary>The head is on skin.</summary>
    public required bool Contact { get; init; }

    /// <summary>A finger is on the trigger.</summary>
    public required bool Trigger { get; init; }

    /// <summary>The device's own stop button is held.</summary>
    public required bool StopButton { get; init; }

    /// <summary>Who holds it: operator (the simulated one) or person (whoever works these controls).</summary>
    public required string Hands { get; init; }

    /// <summary>Its lamp.</summary>
    public required SimulatorLamp Lamp { get; init; }
}
