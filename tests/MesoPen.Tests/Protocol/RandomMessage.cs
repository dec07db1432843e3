using System.Reflection;
using MesoPen.Protocol;

namespace MesoPen.Tests.Protocol;

/// <summary>
/// Messages with random fields. In requests enumerations keep to their names; what a device reports may be any number.
/// </summary>
internal static class RandomMessage
{
    public static object Next(Random random, MessageCodec codec) => Next(random, codec.MessageClass, codec.IsRequest);

    private static object Next(Random random, Type type, bool namedOnly)
    {
        if (type == typeof(string))
        {
            return string.Create(random.Next(33), random, static (text, r) =>
            {
                for (int i = 0; i < text.Length; i++)
                {
                    text[i] = (char)r.Next(' ', '~' + 1);
                }
            });
        }

        if (type == typeof(ShotEntries))
        {
            IEnumerable<int> entries = Enumerable.Range(0, random.Next(ShotEntries.Max + 1));
            return new ShotEntries([.. entries.Select(_ => (ShotEntry)Next(random, typeof(ShotEntry), namedOnly))]);
        }

        if (type == typeof(TraceSamples))
        {
            IEnumerable<int> samples = Enumerable.Range(0, random.Next(TraceSamples.Max + 1));
            return new TraceSamples([.. samples.Select(_ => (TraceSample)Next(random, typeof(TraceSample), namedOnly))]);
        }

        if (type.IsEnum)
        {
            Array names = Enum.GetValuesAsUnderlyingType(type);
            object number = namedOnly
                ? names.GetValue(random.Next(names.Length))!
                : Next(random, type.GetEnumUnderlyingType(), namedOnly);
            return Enum.ToObject(type, number);
        }

        if (type.IsPrimitive)
        {
            ulong bits = unchecked((ulong)random.NextInt64(long.MinValue, long.MaxValue));
            return Integer(type, random.Next(4) switch { 0 => 0, 1 => ulong.MaxValue, _ => bits });
        }

        ParameterInfo[] fields = MessageCodec.FieldsOf(type);
        object?[] values = [.. fields.Select(f => Next(random, f.ParameterType, namedOnly))];
        return Activator.CreateInstance(type, values)!;
    }

    /// <summary>The low bytes of a number as an integer of the type.</summary>
    public static object Integer(Type type, ulong bits) => unchecked(Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => (byte)bits,
        TypeCode.UInt16 => (object)(ushort)bits,
        TypeCode.Int16 => (short)bits,
        TypeCode.UInt32 => (uint)bits,
        TypeCode.Int32 => (int)bits,
        TypeCode.UInt64 => bits,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No integer of the wire."),
    });
}
