namespace MesoPen.Host.Clinic.People;

/// <summary>Asks for a token with which a program may ask in one's own name.</summary>
/// <param name="Name">What it is for, one line.</param>
/// <param name="Roles">What it may be; at most what the person is.</param>
/// <param name="Days">It counts for so long: 1 to 366.</param>
public sealed record IssueToken(string Name, IReadOnlyList<Role> Roles, int Days);
