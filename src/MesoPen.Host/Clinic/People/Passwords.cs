using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MesoPen.Host.Clinic.People;

/// <summary>
/// Passwords as they are kept: PBKDF2 of the framework (HMAC-SHA-512, salt of 16 bytes) with its rounds inside, so that rounds can be raised and
/// older ones still count until the person signs in.
/// </summary>
public static class Passwords
{
    /// <summary>Rounds of a new hash: the OWASP Password Storage Cheat Sheet asks for at least 210,000 with HMAC-SHA-512.</summary>
    public const int Rounds = 210_000;

    /// <summary>Fewest characters: between the 8 and the 15 that NIST SP 800-63B asks of passwords with and without a second proof.</summary>
    public const int LengthMin = 12;

    /// <summary>Most characters: nobody types more, and hashing must not become an attack.</summary>
    public const int LengthMax = 128;

    // Letters and digits that nobody mistakes for each other; 32 of them, so that each holds 5 bits.
    private const string CodeAlphabet = "abcdefghjkmnpqrstuvwxyz23456789A";

    private static readonly PasswordHasher<Person> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private static readonly Person Nobody = new("", "", Role.None, 0);

    // What a password is compared with when there is none, so that a name that is nobody's costs the same time.
    private static readonly Lazy<string> Decoy = new(() => Hash("nobody has this password"));

    /// <summary>The password as it is kept. Slow on purpose.</summary>
    public static string Hash(string password) => Hasher.HashPassword(Nobody, password);

    /// <summary>Whether it is the password. Takes the same time when there is none.</summary>
    /// <param name="hash">As it is kept; null if there is none.</param>
    /// <param name="password">What was given.</param>
    /// <param name="outdated">It is right, but kept with fewer rounds than new ones: keep it anew.</param>
    public static bool Verify(string? hash, string password, out bool outdated)
    {
        ArgumentNullException.ThrowIfNull(password);
        PasswordVerificationResult result = password.Length > LengthMax
            ? PasswordVerificationResult.Failed
            : Hasher.VerifyHashedPassword(Nobody, hash ?? Decoy.Value, password);
        outdated = result == PasswordVerificationResult.SuccessRehashNeeded;
        return hash is not null && result != PasswordVerificationResult.Failed;
    }

    /// <summary>A one-time password: 100 bits of chance in groups that can be read aloud.</summary>
    public static string OneTime()
    {
        StringBuilder code = new();
        for (int place = 0; place < 20; place++)
        {
            code.Append(place > 0 && place % 5 == 0 ? "-" : "").Append(CodeAlphabet[RandomNumberGenerator.GetInt32(CodeAlphabet.Length)]);
        }

        return code.ToString();
    }

    /// <summary>A secret that a program or browser keeps: 256 bits of chance, in letters that fit in a header.</summary>
    public static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>A secret as it is kept. It holds enough chance of its own to need no slow hash.</summary>
    public static string SecretSha256(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Why a password may not be chosen; null if it may.</summary>
    public static Problem? Unfit(string personId, string password)
    {
        ArgumentNullException.ThrowIfNull(personId);
        ArgumentNullException.ThrowIfNull(password);
        return password.Length is < LengthMin or > LengthMax ? PeopleProblems.PasswordUnfit.With($"A password takes {LengthMin} to {LengthMax} characters.")
            : password.Contains(personId, StringComparison.OrdinalIgnoreCase) ? PeopleProblems.PasswordUnfit.With("A password does not hold the sign-in name.")
            : password.Distinct().Count() < 5 ? PeopleProblems.PasswordUnfit.With("A password takes at least 5 different characters.")
            : null;
    }
}
