using System.Reflection;
using MesoPen.Protocol;

namespace MesoPen.Tests.Protocol;

/// <summary>
/// Where the code really writes each field, found by writing a value with one field all ones and the others zero, and looking at
/// the bytes.
/// </summary>
internal static class CodeLayout
{
    public static IReadOnlyList<WireField> Of(MessageCodec codec) => Of(codec.MessageClass, value => WriteMessage(codec, value));

    public static IReadOnlyList<WireField> OfHeader() => Of(typeof(FrameHeader), value =>
    {
        byte[] bytes = new byte[FrameHeader.Size];
        ((FrameHeader)value).Write(bytes);
        return bytes;
    });

    public static IReadOnlyList<WireField> OfPrefix() => Of(typeof(ReplyPrefix), value =>
    {
        byte[] bytes = new byte[ReplyPrefix.Size];
        ((ReplyPrefix)value).Write(bytes);
        return bytes;
    });

    public static IReadOnlyList<WireField> OfStatus() => Of(typeof(DeviceStatus), value =>
    {
        byte[] bytes = new byte[DeviceStatus.Size];
        ((DeviceStatus)value).Write(bytes);
        return bytes;
    });

    public static IReadOnlyList<WireField> OfEntry() => Of(typeof(ShotEntry), value =>
    {
        byte[] bytes = new byte[ShotEntry.Size];
        ((ShotEntry)value).Write(bytes);
        return bytes;
    });

    public static IReadOnlyList<WireField> OfSample() => Of(typeof(TraceSample), value =>
    {
        byte[] bytes = new byte[TraceSample.Size];
        ((TraceSample)value).Write(bytes);
        return bytes;
    });

    /// <summary>The length of a message with all fields zero, texts and lists empty.</summary>
    public static int LengthOf(MessageCodec codec) => WriteMessage(codec, Value(codec.MessageClass, null)).Length;

    private static IReadOnlyList<WireField> Of(Type type, Func<object, byte[]> write)
    {
        byte[] zeros = write(Value(type, null));
        List<WireField> fields = [];
        foreach (ParameterInfo field in MessageCodec.FieldsOf(type))
        {
            if (field.ParameterType == typeof(string) || IsList(field.ParameterType))
            {
                continue;
            }

            byte[] ones = write(Value(type, field));
            // An appended field that is 0 is not sent.
            int[] changed = [.. Enumerable.Range(0, ones.Length).Where(i => ones[i] != (i < zeros.Length ? zeros[i] : 0))];
            Assert.All(changed, i => Assert.Equal(0xFF, ones[i]));
            Assert.Equal(changed.Length, changed[^1] - changed[0] + 1);
            fields.Add(new WireField(changed[0], changed.Length, WireName.Of(field.Name!), WordFor(field.ParameterType)));
        }

        return fields;
    }

    private static byte[] WriteMessage(MessageCodec codec, object value)
    {
        byte[] bytes = new byte[FrameWriter.PayloadMax];
        return bytes[..codec.Write(value, bytes)];
    }

    /// <summary>A value of a record with one field all ones, or none.</summary>
    private static object Value(Type type, ParameterInfo? ones) =>
        MessageCodec.FieldsOf(type) is { Length: > 0 } fields
            ? Activator.CreateInstance(type, [.. fields.Select(f => Fill(f.ParameterType, f == ones))])!
            : Activator.CreateInstance(type)!;

    private static object Fill(Type type, bool ones)
    {
        if (type == typeof(string))
        {
            return "";
        }

        if (type.IsEnum)
        {
            return Enum.ToObject(type, Fill(type.GetEnumUnderlyingType(), ones));
        }

        if (type.IsPrimitive)
        {
            return RandomMessage.Integer(type, ones ? ulong.MaxValue : 0);
        }

        return IsList(type)
            ? Activator.CreateInstance(type)!
            : Activator.CreateInstance(type, [.. MessageCodec.FieldsOf(type).Select(f => Fill(f.ParameterType, ones))])!;
    }

    private static bool IsList(Type type) => type == typeof(ShotEntries) || type == typeof(TraceSamples);

    private static string WordFor(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => "u8",
        TypeCode.UInt16 => "u16",
        TypeCode.Int16 => "i16",
        TypeCode.UInt32 => "u32",
        TypeCode.Int32 => "i32",
        TypeCode.UInt64 => "u64",
        _ when type == typeof(ReplyPrefix) => "prefix",
        _ when type == typeof(DeviceStatus) => "status",
        _ when type == typeof(ShotEntry) => "entry",
        _ when type == typeof(CertificateMark) => "mark",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not on the wire."),
    };
}
