using MesoPen.Host.Clinic.Outcomes;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Exchange;

/// <summary>Everything that leaves the house about one treatment session, whatever the form: gathered once, so that all forms say the same.</summary>
internal sealed record Dossier
{
    /// <summary>Hash of the first row of the site's journal: no two sites have the same, so ids made from it are unique.</summary>
    public required string SiteKey { get; init; }

    /// <summary>Id of the session.</summary>
    public required string SessionId { get; init; }

    /// <summary>How it ended, by its last row: <c>completed</c>, <c>aborted</c>...; <c>open</c> if it did not.</summary>
    public required string Outcome { get; init; }

    /// <summary>Its first row, UTC.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>Its last row, UTC.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Hash of its last row: an anchor, by which the journal can be checked.</summary>
    public required string LastHash { get; init; }

    /// <summary>Station.</summary>
    public required string Station { get; init; }

    /// <summary>Who was treated.</summary>
    public required Patient Patient { get; init; }

    /// <summary>Who treated.</summary>
    public required string ClinicianId { get; init; }

    /// <summary>Printed names of all people who occur, by id; one who is not among them is a station.</summary>
    public required IReadOnlyDictionary<string, string> People { get; init; }

    /// <summary>The gun or pen; null if none answered.</summary>
    public DossierDevice? Device { get; init; }

    /// <summary>The needle heads, in order.</summary>
    public required IReadOnlyList<DossierHead> Heads { get; init; }

    /// <summary>What was in the cartridge: one product, or those of a mixture.</summary>
    public required IReadOnlyList<DossierProduct> Products { get; init; }

    /// <summary>The consent under which it was done; null if there is none on record.</summary>
    public DossierConsent? Consent { get; init; }

    /// <summary>What each zone got, in the order of their first shots.</summary>
    public required IReadOnlyList<DossierZone> Zones { get; init; }

    /// <summary>Every shot, in the order of the device's counter.</summary>
    public required IReadOnlyList<DossierShot> Shots { get; init; }

    /// <summary>Adverse events of this session.</summary>
    public required IReadOnlyList<AdverseEvent> AdverseEvents { get; init; }

    /// <summary>Outcomes of this session.</summary>
    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>Signatures on it and on what it was done by.</summary>
    public required IReadOnlyList<Signature> Signatures { get; init; }

    /// <summary>Its rows that say what somebody or something did, shots and permits aside.</summary>
    public required IReadOnlyList<DossierStep> Steps { get; init; }
}
