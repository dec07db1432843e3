using System.Reflection;
using MesoPen.Protocol;

namespace MesoPen.Tests.Protocol;

/// <summary>
/// One message type, without its type parameter, so that a test can go through all of them and none can be forgotten.
/// </summary>
internal abstract class MessageCodec
{
    /// <summary>Every message of the protocol, found by reflection.</summary>
    public static IReadOnlyList<MessageCodec> All { get; } =
    [
        .. from type in typeof(IMessage<>).Assembly.GetTypes()
           where type.IsValueType
               && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IMessage<>))
           orderby type.Name
           select (MessageCodec)Activator.CreateInstance(typeof(MessageCodec<>).MakeGenericType(type))!,
    ];

    public abstract Type MessageClass { get; }

    public abstract MessageType Type { get; }

    public bool IsRequest => Type.IsRequest;

    /// <summary>The fields: the parameters of the record's constructor; none for an empty request.</summary>
    public static ParameterInfo[] FieldsOf(Type type) =>
        [.. type.GetConstructors().Select(c => c.GetParameters()).Where(p => p.Length > 0).DefaultIfEmpty([]).Single()];

    public static MessageCodec Of(string name) => All.Single(c => c.MessageClass.Name == name);

    public abstract int Write(object message, Span<byte> payload);

    public abstract int WriteFrame(object message, Span<byte> frame, FrameHeader header);

    public abstract bool TryRead(ReadOnlySpan<byte> payload, out object message, out int consumed);

    public override string ToString() => MessageClass.Name;
}
