using System.Security.Claims;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Records;

namespace MesoPen.Host.Api.Live;

/// <summary>
/// Whether who follows may go on following: a connection outlives what it was opened with, and whoever was signed out, left, or is something else now
/// must hear nothing more over it.
/// </summary>
internal sealed class LiveAccess(ClinicDesk desk, TimeProvider clock)
{
    // What another station changed is known here when somebody reads; while somebody follows, that often at least.
    private static readonly TimeSpan ReadInterval = TimeSpan.FromSeconds(2);

    private long _read = clock.GetTimestamp();
    private int _reading;

    /// <summary>Whether the sign-in or token that somebody follows with still stands, for a person with these roles.</summary>
    public bool Stands(ClaimsPrincipal who)
    {
        ReadNowAndThen();
        PeopleState people = desk.Known.People;
        DateTimeOffset now = clock.GetUtcNow();
        Role granted =
            who.FindFirstValue(CookieAuthentication.SignInClaim) is { } signInId
                ? people.SignIns.Values.Any(each => each.Id == signInId && each.ExpiresAt > now) ? RoleWords.All : Role.None
            : who.FindFirstValue(TokenAuthentication.TokenClaim) is { } tokenId
                ? people.Tokens.Values.FirstOrDefault(each => each.TokenId == tokenId && each.ExpiresAt > now)?.Roles ?? Role.None
            : Role.None;
        return people.All.TryGetValue(who.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", out Person? person)
            && person.Active
            && granted != Role.None
            && (granted & person.Roles) == SignedIn.RolesOf(who);
    }

    private void ReadNowAndThen()
    {
        if (clock.GetElapsedTime(Volatile.Read(ref _read)) >= ReadInterval && Interlocked.Exchange(ref _reading, 1) == 0)
        {
            // Records that hang hold up nobody who follows, and are asked once.
            _ = ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            await Task.Yield();
            await desk.ReadAsync();
        }
        catch (Exception away) when (away is RecordStoreException or ObjectDisposedException)
        {
            // What is known stands until the records answer again.
        }
        finally
        {
            Volatile.Write(ref _read, clock.GetTimestamp());
            Volatile.Write(ref _reading, 0);
        }
    }
}
