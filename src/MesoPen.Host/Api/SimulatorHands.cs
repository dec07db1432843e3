namespace MesoPen.Host.Api;

/// <summary>What the hand that holds a simulated device does. What is not said stays as it is.</summary>
public sealed record SimulatorHands
{
    /// <summary>Who holds it: person (whoever sends this) or operator (the simulated one). Skin and trigger are a person's.</summary>
    public string? By { get; init; }

    /// <summary>The head is put on skin, or lifted off.</summary>
    public bool? Skin { get; init; }

    /// <summary>The trigger is pressed, or released.</summary>
    public bool? Trigger { get; init; }

    /// <summary>The device's own stop button is held, or let go.</summary>
    public bool? StopButton { get; init; }

    /// <summary>A full cartridge takes the place of the present one.</summary>
    public bool NewCartridge { get; init; }
}
