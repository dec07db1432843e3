using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>What a request came to: a result, and with a cap refusal the value that would have been allowed.</summary>
internal readonly record struct Verdict(Result Result, uint Limit = 0)
{
    /// <summary>A result with no limit.</summary>
    public static implicit operator Verdict(Result result) => new(result);

    /// <summary>A cap refusal; a limit that the field cannot hold is given as the highest that it can.</summary>
    internal static Verdict Cap(Result result, ulong limit) => new(result, (uint)Math.Min(limit, uint.MaxValue));
}
