namespace MesoPen.Host.Clinic.Site;

/// <summary>How long sign-ins, codes and overrides last, and when an account is locked.</summary>
/// <param name="SignInHours">A sign-in counts for so long.</param>
/// <param name="FailuresMax">So many wrong passwords in a row lock the account.</param>
/// <param name="LockMinutes">It stays locked for so long.</param>
/// <param name="InitialPasswordHours">A one-time password counts for so long.</param>
/// <param name="OverrideHoursMax">An override counts for at most so long.</param>
public sealed record SiteSecurity(int SignInHours, int FailuresMax, int LockMinutes, int InitialPasswordHours, int OverrideHoursMax)
{
    /// <summary>
    /// What holds until the site says otherwise: a working day; well below the 100 failures in a row that NIST SP 800-63B section 5.2.2 allows at
    /// most; a weekend to use a one-time password; the day for which an override is meant.
    /// </summary>
    public static SiteSecurity Default { get; } = new(10, 5, 15, 72, 24);
}
