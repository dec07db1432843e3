using System.Collections.Immutable;

namespace MesoPen.Host.Station;

/// <summary>The station as it stands: what a screen beside the patient shows.</summary>
public sealed record StationView
{
    /// <summary>Id of the station.</summary>
    public required string Station { get; init; }

    /// <summary>Its open session; null if there is none, and then nothing else is said.</summary>
    public string? SessionId { get; init; }

    /// <summary>Where the session stands: one of the states of docs/session.md.</summary>
    public string? State { get; init; }

    /// <summary>The device; null while none is connected.</summary>
    public StationDevice? Device { get; init; }

    /// <summary>The device says, or said when it was heard last, that it is simulated: there is no patient.</summary>
    public bool Simulated { get; init; }

    /// <summary>Why the device must not be used; null if it may.</summary>
    public string? DeviceRefused { get; init; }

    /// <summary>The line is full, and was filled in this session: what an earlier one left in it counts for nothing.</summary>
    public bool Primed { get; init; }

    /// <summary>The zone that is armed, or was when it paused.</summary>
    public string? Zone { get; init; }

    /// <summary>Zones in the order of work.</summary>
    public ImmutableArray<StationZone> Zones { get; init; } = [];

    /// <summary>Delivered in the session, nL.</summary>
    public long DeliveredNl { get; init; }

    /// <summary>Shots that only a person can settle, nL: they count as delivered.</summary>
    public long UnknownNl { get; init; }

    /// <summary>What the open permit may still deliver, or did and was not told of yet, nL: it counts against the limits.</summary>
    public long ReservedNl { get; init; }

    /// <summary>Shots that only a person can settle.</summary>
    public int UnknownShots { get; init; }

    /// <summary>Punctures of the needle head.</summary>
    public long Punctures { get; init; }

    /// <summary>The latched stop or fault; null if none is.</summary>
    public StationFault? Fault { get; init; }

    /// <summary>A stop or fault is latched, and the device said that needle and plunger are at rest.</summary>
    public bool StandsStill { get; init; }

    /// <summary>Every shot is settled and no permit is open.</summary>
    public bool Settled { get; init; }

    /// <summary>Why rows cannot be written to the station's disk; null if they can.</summary>
    public string? RecordsFail { get; init; }

    /// <summary>The limit that ended the last permit; null if something else did.</summary>
    public string? LimitReached { get; init; }

    /// <summary>limit_reached for who reads another language; null if only the sentence says it.</summary>
    public Said? LimitSaid => SaidWords.Of(LimitReached);

    /// <summary>Whether the session's rows are closed: it only waits for the site's records.</summary>
    public bool Closed { get; init; }

    /// <summary>Prerequisites, as they were when somebody last asked to arm or to look.</summary>
    public ImmutableArray<StationGate> Gates { get; init; } = [];

    /// <summary>What keeps the first zone with points left from being armed, in the kernel's words; empty if nothing does.</summary>
    public ImmutableArray<string> NeededFirst { get; init; } = [];

    /// <summary>What was said last: why the device is not found, why a zone paused, what was refused; null before the first.</summary>
    public string? Notice { get; init; }

    /// <summary>Why the last permit ended, if nothing was armed since; null before the first.</summary>
    public string? PausedBecause { get; init; }

    /// <summary>The program was interrupted in this session and took it up again: nothing was armed since.</summary>
    public bool Interrupted { get; init; }

    /// <summary>notice for who reads another language; null if only the sentence says it.</summary>
    public Said? NoticeSaid => SaidWords.Of(Notice);

    /// <summary>Who has the control; null if nobody has: then the first command takes it.</summary>
    public StationControl? Control { get; init; }

    /// <summary>The last stop; null before the first.</summary>
    public StationStop? Stop { get; init; }

    /// <summary>What may be asked of the station as it stands.</summary>
    public ImmutableArray<StationAction> Actions { get; init; } = [];

    /// <summary>What the device or the station has to do before a person can; null if the next step is a person's.</summary>
    public string? WaitFor { get; init; }

    /// <summary>wait_for as a code; null with it.</summary>
    public StationReason? WaitForCode { get; init; }

    /// <summary>Who is treated; null without a session.</summary>
    public StationPatient? Patient { get; init; }

    /// <summary>The plan; null without a session.</summary>
    public StationPlan? Plan { get; init; }

    /// <summary>What is in the cartridge; null without a session.</summary>
    public StationProduct? Product { get; init; }

    /// <summary>A defect that ended the control path; null if none did. The device stops by its lease.</summary>
    public string? Defect { get; init; }
}
