namespace MesoPen.Host.Clinic.People;

/// <summary>A person's signature, as it is printed, bound to what was signed.</summary>
/// <param name="PersonId">Who signed.</param>
/// <param name="PrintedName">The name as it was then.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Meaning">What the signature says: "approved", "consent explained".</param>
/// <param name="Sha256">Hash of what was signed (<see cref="ClinicJson.Sha256"/>): the signature is void for anything else.</param>
public sealed record Signature(string PersonId, string PrintedName, DateTimeOffset At, string Meaning, string Sha256);
