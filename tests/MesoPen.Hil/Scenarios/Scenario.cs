using MesoPen.Host.Input;
using DeviceProfile = MesoPen.Simulator.DeviceProfile;

namespace MesoPen.Hil;

/// <summary>One scenario file: a rig, a plan, what happens, and what must come of it.</summary>
internal sealed record Scenario
{
    /// <summary>The file, as its path was given.</summary>
    public required string Path { get; init; }

    /// <summary>Its id, unique among the scenarios of a run.</summary>
    public required string Id { get; init; }

    /// <summary>What it shows, in a sentence.</summary>
    public required string Title { get; init; }

    /// <summary>Requirements that it is evidence for (docs/safety/requirements.md).</summary>
    public IReadOnlyList<string> Requirements { get; init; } = [];

    /// <summary>Hazards that it is about (docs/safety/hazards.md).</summary>
    public IReadOnlyList<string> Hazards { get; init; } = [];

    /// <summary>Where it runs.</summary>
    public IReadOnlyList<RunLevel> Levels { get; init; } = [RunLevel.Virtual];

    /// <summary>Its seed, if a run names none.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>By then it must be over, ms since the beginning.</summary>
    public int LimitMs { get; init; } = 120_000;

    /// <summary>Whether a fault of the rig that never began fails the run; not in the grid, which counts such cells by themselves.</summary>
    public bool FaultsMustBegin { get; init; } = true;

    /// <summary>Options that name other profiles or zones than those beside the program, with a blank before; empty if none do.</summary>
    public string HardwareOptions { get; init; } = "";

    public ScenarioRig Rig { get; init; } = new();

    /// <summary>Plan, profile and limits.</summary>
    public required TreatmentInput Input { get; init; }

    /// <summary>The plan's profile with its physics, the rig's changes made.</summary>
    public required DeviceProfile Profile { get; init; }

    /// <summary>The device that answers.</summary>
    public required DeviceProfile Device { get; init; }

    public IReadOnlyList<ScenarioStep> Steps { get; init; } = [];

    public IReadOnlyList<Expectation> Expect { get; init; } = [];

    /// <summary>Invariants that do not hold, each with its reason.</summary>
    public IReadOnlyList<Excuse> Excuses { get; init; } = [];
}
