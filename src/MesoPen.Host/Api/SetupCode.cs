using System.Security.Cryptography;
using System.Text;

namespace MesoPen.Host.Api;

/// <summary>
/// The code that whoever started the station reads from its terminal and types into the browser: who can read what the program printed may begin the
/// clinic, and nobody else. It is kept in memory alone, and made anew when the program starts and after five wrong tries.
/// </summary>
internal sealed class SetupCode
{
    // Of 2^40 codes five are tried before there is another one.
    private const int Length = 8;
    private const int TriesMax = 5;

    // Letters and digits that nobody mistakes for each other.
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly Lock _turn = new();
    private string _code = New();
    private int _wrong;

    /// <summary>Told the new code when five wrong ones have made it needed. Must be quick and never fail.</summary>
    public Action<string>? Renewed { get; set; }

    /// <summary>The code that holds.</summary>
    public string Current
    {
        get
        {
            lock (_turn)
            {
                return _code;
            }
        }
    }

    /// <summary>Whether it is the code. Small letters, spaces and hyphens do not matter; the comparison takes the same time for every wrong one.</summary>
    public bool IsRight(string given)
    {
        ArgumentNullException.ThrowIfNull(given);
        string? renewed = null;
        bool right;
        lock (_turn)
        {
            right = CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(given))), SHA256.HashData(Encoding.UTF8.GetBytes(Plain(_code))));
            if (!right && ++_wrong >= TriesMax)
            {
                (_code, _wrong) = (New(), 0);
                renewed = _code;
            }
        }

        if (renewed is not null)
        {
            Renewed?.Invoke(renewed);
        }

        return right;
    }

    private static string Plain(string code) => string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static string New()
    {
        string code = RandomNumberGenerator.GetString(Alphabet, Length);
        return $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";
    }
}
