namespace MesoPen.Hil;

/// <summary>Every key that a scenario file may have. The reader, the JSON schema and docs/scenarios.md go by this one list.</summary>
internal static class ScenarioKeys
{
    public static IReadOnlyList<ScenarioKey> Root { get; } =
    [
        new("scenario", "number", "Schema of this file: 1", Required: true),
        new("id", "id", "Unique: small letters, digits, dots and hyphens, at most 64", Required: true),
        new("title", "text", "What it shows, in a sentence", Required: true),
        new("requirements", "list", "Ids of docs/safety/requirements.md that it is evidence for"),
        new("hazards", "list", "Ids of docs/safety/hazards.md that it is about"),
        new("levels", "list", "virtual, pty; virtual if left out"),
        new("seed", "number", "Its seed where a run names none; 1 if left out"),
        new("limit", "span", "By then it must be over; 2min if left out"),
        new("rig", "mapping", "What it runs on"),
        new("plan", "path or mapping", "A plan file, relative to this one, or a plan written here", Required: true),
        new("cut", "mapping", "Makes the plan shorter: the first so many zones, and points in each"),
        new("steps", "list", "What happens, one after another"),
        new("expect", "list", "What must have come of it at the end"),
        new("always", "list", "Invariants that hold after every event; all seven if left out, each one that is left out needs an excuse"),
        new("excuse", "list", "Invariants that this scenario's device breaks by itself, each with its reason"),
    ];

    public static IReadOnlyList<ScenarioKey> Rig { get; } =
    [
        new("device", "id", "Profile of the device that answers, where it is not the plan's"),
        new("caps", "text", "Caps of the device other than its profile's: depth_max_um=1000,dose_max_nl=20000"),
        new("plant", "mapping", "Constants of the profile's plant section by their place: fluid.viscosity_upas: 20000"),
        new("operator", "word", "fast, auto (a person's times), off; fast if left out"),
        new("weather", "word or mapping", "clear, ordinary, drawn (from the seed), or thousandths by kind; clear if left out"),
        new("faults", "list", "Faults of the catalogue (docs/faults.md), each with its own time"),
        new("calibration_due", "day", "Last day of the device's calibration, or never"),
        new("certificates", "list", "Certificates that were issued for the device, oldest first; the host goes by them"),
        new("holds", "id", "The certificate that the device holds, or none; the last of them if left out"),
        new("start", "day", "Day on which the treatment is"),
        new("answer", "span", "How long a person takes to answer; 5ms if left out"),
        new("answers", "list", "What a person answers to questions that hold a text; yes to all others"),
        new("link_patience", "span", "How long the device may be away before a run of treat ends; 30s if left out"),
        new("resume", "span", "A person starts the host again this long after a run that did not complete; nobody does if left out"),
        new("resumes", "number", "How often that person does so at most; 20 if left out"),
        new("disk", "span", "How long the disk takes for a write; no time if left out"),
    ];

    public static IReadOnlyList<ScenarioKey> Certificate { get; } =
    [
        new("id", "text", "Its number", Required: true),
        new("kind", "word", "volume, depth or occlusion", Required: true),
        new("sha256", "text", "Its hash: 64 hexadecimal digits", Required: true),
        new("due", "day", "Its last day", Required: true),
        new("min", "number", "Smallest value that was calibrated: nL, µm or kPa", Required: true),
        new("max", "number", "Largest value that was calibrated", Required: true),
        new("serial", "text", "Serial number of its device; the simulated one's if left out"),
        new("issued", "day", "Day of issue"),
        new("shots_max", "number", "The device's shot counter up to which it counts"),
        new("plunger_ppm", "number", "Steps of the plunger when it was measured, millionths of the nominal ones"),
        new("needle_offset_um", "text", "Offset of the needle when it was measured"),
        new("backlash_um", "number", "Play of the needle that was taken up when it was measured"),
        new("revoked", "text", "Why it was revoked"),
    ];

    public static IReadOnlyList<ScenarioKey> Weather { get; } =
    [
        new("loss_permille", "number", "Frames that do not arrive"),
        new("duplicate_permille", "number", "Frames that arrive twice"),
        new("replay_permille", "number", "Older frames that arrive once more"),
        new("replay_ms_max", "number", "How late at most"),
        new("reorder_permille", "number", "Frames that are held back"),
        new("flip_permille", "number", "Frames with one bit turned over"),
        new("truncate_permille", "number", "Frames of which only the beginning arrives"),
        new("merge_permille", "number", "Frames that run into the next"),
        new("delay_ms_max", "number", "Longest extra time of a frame"),
        new("silence_every_ms", "number", "Mean time between silences one way"),
        new("cut_every_ms", "number", "Mean time between cuts"),
    ];

    public static IReadOnlyList<ScenarioKey> Cut { get; } =
    [
        new("zones", "number", "Zones kept"),
        new("points", "number", "Most points of a zone"),
        new("sticks_max", "number", "Shots with one needle head"),
    ];

    public static IReadOnlyList<ScenarioKey> Step { get; } =
    [
        new("at", "span", "Since the beginning"),
        new("after", "span", "Since the step before; with when, since that came to hold"),
        new("when", "sentence", "What it waits for"),
        new("do", "sentence", "What is done"),
        new("expect", "sentence", "What must come to hold"),
        new("within", "span", "How long that may take; at once if left out"),
    ];

    public static IReadOnlyList<ScenarioKey> Expect { get; } =
    [
        new("runs", "list", "How the runs of treat ended, in order: completed, refused, faulted, stopped, link-lost, killed"),
        new("state", "word", "State of the session"),
        new("device", "word", "State of the device"),
        new("refusal", "text", "A person was told a refusal with this text"),
        new("record", "word", "A figure of the record: shots, partial_shots, not_delivered_shots, unknown_shots, delivered_nl, unknown_nl, rows of a KIND (rows.KIND)"),
        new("truth", "word", "A figure of the plant: shots, delivered_nl, deepest_um, boots, cartridges"),
        new("wire", "word", "Frames of a type that the host sent"),
        new("latched", "number", "A fault that latched in the session"),
        new("told", "text", "A person was told this"),
        new("asked", "text", "A person was asked this"),
        new("zone", "id", "For record: of this zone alone"),
        new("equals", "number", "Its value"),
        new("at_least", "number", "Lower bound"),
        new("at_most", "number", "Upper bound"),
        new("tolerance", "number", "By which it may lie beside equals"),
        new("unit", "word", "Unit of the figures: shots, rows, frames, nl, um, boots, cartridges; must be the figure's own"),
    ];

    public static IReadOnlyList<ScenarioKey> Excuse { get; } =
    [
        new("invariant", "number", "1 to 7", Required: true),
        new("because", "text", "Why it cannot hold here", Required: true),
    ];

    public static IReadOnlyList<ScenarioKey> Answer { get; } =
    [
        new("to", "text", "A text that the question holds", Required: true),
        new("with", "word", "yes, no or nothing", Required: true),
    ];

    public static IReadOnlyList<string> Names(IReadOnlyList<ScenarioKey> keys) => [.. keys.Select(key => key.Name)];
}
