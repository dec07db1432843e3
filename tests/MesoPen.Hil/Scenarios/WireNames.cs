using System.Collections.Frozen;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>Names of messages as faults and hardware/protocol.md write them, by who sends them.</summary>
internal static class WireNames
{
    private static readonly FrozenDictionary<MessageType, string> Names = MessageNames.All.ToFrozenDictionary(name => MessageNames.Find(name)!.Value);

    /// <summary>What a host sends.</summary>
    public static IReadOnlyList<string> Requests { get; } = [.. Names.Where(each => each.Key.IsRequest).Select(each => each.Value).Order(StringComparer.Ordinal)];

    /// <summary>What a device sends.</summary>
    public static IReadOnlyList<string> FromDevice { get; } = [.. Names.Where(each => !each.Key.IsRequest).Select(each => each.Value).Order(StringComparer.Ordinal)];

    /// <summary>The name of a type; its number if it is not known.</summary>
    public static string Of(MessageType type) => Names.TryGetValue(type, out string? name) ? name : $"0x{(byte)type:x2}";
}
