namespace MesoPen.Host.Clinic.People;

/// <summary>A block that two people agreed to pass over, or that one wants to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Subject">Which block, for whom, until when.</param>
/// <param name="Reason">Why.</param>
/// <param name="Proposed">The clinician's signature.</param>
/// <param name="Version">Sequence of the last event about it.</param>
public sealed record Override(string Id, OverrideSubject Subject, string Reason, Signature Proposed, long Version)
{
    /// <summary>The second person's signature; null if it does not count yet.</summary>
    public Signature? Agreed { get; init; }

    /// <summary>Who withdrew it; null if nobody did.</summary>
    public string? WithdrawnBy { get; init; }

    /// <summary>Neither agreed nor withdrawn.</summary>
    public bool IsOpen => Agreed is null && WithdrawnBy is null;

    /// <summary>What both people sign.</summary>
    public static string Hash(OverrideSubject subject, string reason) => ClinicJson.Sha256(new { Subject = subject, Reason = reason });
}
