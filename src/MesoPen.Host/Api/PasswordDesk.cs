using System.Text;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using Microsoft.AspNetCore.Http;

namespace MesoPen.Host.Api;

/// <summary>
/// Where passwords are compared: outside the rules, for it takes long, and one after the other, for the machine that compares them may be driving a
/// needle.
/// </summary>
internal sealed class PasswordDesk(ClinicDesk desk, ApiOptions options) : IDisposable
{
    private const string Header = "Signing-Password";

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The station as who acts before anybody is known.</summary>
    public Actor Station => new(options.Station, Role.None, options.Station, default);

    /// <summary>Compares a password with that of a person, or with none if there is no such person: it takes the same time.</summary>
    public async Task<PasswordCheck> CompareAsync(string personId, string password, CancellationToken cancel)
    {
        string? hash = (await desk.ReadAsync(cancel)).People.Account(personId).PasswordHash;
        await _turn.WaitAsync(cancel);
        try
        {
            bool right = Passwords.Verify(hash, password, out bool outdated);
            return new PasswordCheck(personId, hash, right, right && outdated ? Passwords.Hash(password) : null);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A new password as it is kept.</summary>
    public async Task<string> HashAsync(string password, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return Passwords.Hash(password);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Whether the request proves anew who sent it, with the password of this very person.</summary>
    /// <returns>Fresh, or not for there is no proof, or why the proof is refused.</returns>
    public async Task<(bool Fresh, Problem? Problem)> ProveAsync(HttpContext http, string personId)
    {
        if (http.Request.Headers[Header] is not [{ } encoded])
        {
            return (false, null);
        }

        if (Decode(encoded) is not { } password)
        {
            return (false, ClinicProblems.Invalid.With($"{Header} takes the password as base64 of its UTF-8 bytes."));
        }

        ClinicState before = await desk.ReadAsync(http.RequestAborted);
        if (before.People.Account(personId).IsInitial)
        {
            return (false, PeopleProblems.PasswordChangeNeeded.With("A one-time password signs nothing: choose one of your own first."));
        }

        PasswordCheck check = await CompareAsync(personId, password, http.RequestAborted);
        (Decision decision, ClinicState state) = await desk.DecideAsync(
            Station, (now, station) => SignInRules.Prove(now, check, station), cancel: http.RequestAborted);
        return decision.Id == personId ? (true, null) : (false, Refused(before, state, personId));
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    /// <summary>Why a signed-in person's password was refused. The lock is told: who is signed in knows that there is an account.</summary>
    public static Problem Refused(ClinicState before, ClinicState after, string personId) =>
        after.People.Account(personId).LockedUntil is { } until && after.People.Account(personId) == before.People.Account(personId)
            ? PeopleProblems.Locked.With($"The account is locked until {until:yyyy-MM-ddTHH:mm:ssZ} after too many wrong passwords.")
            : PeopleProblems.PasswordWrong.With("The password is not that of the person who is signed in.");

    private static string? Decode(string encoded)
    {
        byte[] bytes = new byte[4 * Passwords.LengthMax];
        try
        {
            return Convert.TryFromBase64String(encoded, bytes, out int length) ? new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 0, length) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
