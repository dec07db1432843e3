namespace MesoPen.Host.Clinic.People;

/// <summary>How a person proves who he is. Never shown.</summary>
/// <param name="PasswordHash">Salted and slow; null if there is no password yet.</param>
/// <param name="InitialUntil">A one-time password, good until then; null for one that the person chose.</param>
/// <param name="Failures">Wrong passwords in a row.</param>
/// <param name="LockedUntil">Locked until then; null if not locked.</param>
public sealed record Account(string? PasswordHash, DateTimeOffset? InitialUntil, int Failures, DateTimeOffset? LockedUntil)
{
    /// <summary>Before there is a password.</summary>
    public static Account Empty { get; } = new(null, null, 0, null);

    /// <summary>Whether the password must be changed before anything else.</summary>
    public bool IsInitial => InitialUntil is not null;

    /// <summary>Whether it is locked at a time.</summary>
    public bool IsLocked(DateTimeOffset now) => now < LockedUntil;
}
