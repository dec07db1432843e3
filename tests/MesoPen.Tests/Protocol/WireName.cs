using System.Text;

namespace MesoPen.Tests.Protocol;

/// <summary>The page says permit_id where the code says PermitId.</summary>
internal static class WireName
{
    public static string Of(string name)
    {
        StringBuilder wire = new();
        foreach (char letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && wire.Length > 0)
            {
                wire.Append('_');
            }

            wire.Append(char.ToLowerInvariant(letter));
        }

        return wire.ToString();
    }

    /// <summary>The words of a name in order: MustRelease gives "must", "release".</summary>
    public static string[] Words(string name) => Of(name).Split('_');
}
