using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Cli;

/// <summary>Whether who signs on the command line is who he or she says, or why that is not taken.</summary>
internal static class SigningProof
{
    /// <summary>Compares the password, and lets the rules count it. Null if it proves the person; else a sentence.</summary>
    /// <param name="desk">The clinic.</param>
    /// <param name="station">Where it is typed.</param>
    /// <param name="personId">Who it should be.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="cancel">Gives it up.</param>
    public static async Task<string?> RefusedAsync(ClinicDesk desk, string station, string personId, string password, CancellationToken cancel)
    {
        Account before = (await desk.ReadAsync(cancel)).People.Account(personId);
        PasswordCheck check = new(personId, before.PasswordHash, Passwords.Verify(before.PasswordHash, password, out _));
        (Decision proof, ClinicState state) = await desk.DecideAsync(
            new Actor(station, Role.None, station, default), (now, who) => SignInRules.Prove(now, check, who), cancel: cancel);

        // While it is locked nothing tells whether the password was right. That it is a one-time one is told to who has it.
        return proof.Id != personId && before.LockedUntil is { } until && state.People.Account(personId) == before
                ? $"The account is locked until {until:yyyy-MM-ddTHH:mm:ssZ} after too many wrong passwords."
            : check.Right && before.IsInitial
                ? "This password is a one-time one, which signs nothing: sign in at the console first and choose one of your own. "
                    + "An administrator gives a new one if it has run out."
            : proof.Id != personId ? $"The password is not that of {PlainText.Of(personId)}."
            : null;
    }
}
