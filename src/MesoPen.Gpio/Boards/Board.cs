using MesoPen.Firmware;

namespace MesoPen.Gpio;

/// <summary>One file of hardware/boards, read and checked, with the profile that it names.</summary>
internal sealed record Board
{
    /// <summary>The board's id.</summary>
    internal required string Id { get; init; }

    /// <summary>For people.</summary>
    internal required string Title { get; init; }

    /// <summary>Chips that it may be plugged on.</summary>
    internal required IReadOnlyList<ChipKind> Chips { get; init; }

    /// <summary>File and line of the chips.</summary>
    internal required string ChipsPlace { get; init; }

    /// <summary>Its lines by their roles.</summary>
    internal required IReadOnlyDictionary<string, BoardLine> Lines { get; init; }

    /// <summary>The needle's drive.</summary>
    internal required AxisMechanics Needle { get; init; }

    /// <summary>Where the home switch closes, µm from home.</summary>
    internal required int HomeSwitchUm { get; init; }

    /// <summary>The plunger's drive.</summary>
    internal required AxisMechanics Plunger { get; init; }

    /// <summary>From enabling the drives to the first step, µs.</summary>
    internal required int WakeUs { get; init; }

    /// <summary>What is burnt into the device, but for serial number and calibration.</summary>
    internal required DeviceConfiguration Device { get; init; }

    /// <summary>Longest time from "needle back" to needle home, ms.</summary>
    internal required int RetractMsMax { get; init; }
}
