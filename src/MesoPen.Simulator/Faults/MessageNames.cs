using System.Text;
using MesoPen.Protocol;

namespace MesoPen.Simulator;

/// <summary>What messages are called in a fault: as in hardware/protocol.md, a reply with <c>_reply</c> behind it.</summary>
public static class MessageNames
{
    private static readonly Dictionary<string, MessageType> Types = Named();

    /// <summary>All names: requests, their replies, events.</summary>
    public static IReadOnlyCollection<string> All => Types.Keys;

    /// <summary>The type of a name, or null.</summary>
    public static MessageType? Find(string name) => Types.TryGetValue(name, out var type) ? type : null;

    private static Dictionary<string, MessageType> Named()
    {
        Dictionary<string, MessageType> named = new(StringComparer.Ordinal);
        foreach (var type in Enum.GetValues<MessageType>())
        {
            var name = Snake(type.ToString());
            named[name] = type;
            if (type.IsRequest)
            {
                named[name + "_reply"] = type.Reply();
            }
        }

        return named;
    }

    private static string Snake(string name)
    {
        StringBuilder snake = new();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }
}
