namespace MesoPen.Gpio;

/// <summary>What a line is for.</summary>
/// <param name="Name">As board files name it.</param>
/// <param name="IsOutput">Whether the board drives it.</param>
/// <param name="IsNeeded">Whether no board is without it.</param>
internal sealed record LineRole(string Name, bool IsOutput, bool IsNeeded)
{
    internal const string Enable = "enable";
    internal const string Alive = "alive";
    internal const string NeedleStep = "needle_step";
    internal const string NeedleDirection = "needle_direction";
    internal const string NeedleHome = "needle_home";
    internal const string PlungerStep = "plunger_step";
    internal const string PlungerDirection = "plunger_direction";
    internal const string Contact = "contact";
    internal const string Trigger = "trigger";
    internal const string FootSwitch = "foot_switch";
    internal const string Stop = "stop";
    internal const string Cartridge = "cartridge";
    internal const string Lamp = "lamp";

    /// <summary>All roles.</summary>
    internal static IReadOnlyList<LineRole> All { get; } =
    [
        new(Enable, true, true), new(Alive, true, false), new(NeedleStep, true, true), new(NeedleDirection, true, true),
        new(NeedleHome, false, true), new(PlungerStep, true, true), new(PlungerDirection, true, true), new(Contact, false, true),
        new(Trigger, false, true), new(FootSwitch, false, false), new(Stop, false, true), new(Cartridge, false, true), new(Lamp, true, false),
    ];
}
