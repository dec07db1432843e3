using System.Collections.Frozen;
using System.Text.Json;
using MesoPen.Host.Records;

namespace MesoPen.Host.Clinic;

/// <summary>Clinic events as rows of the journal and back.</summary>
public static class ClinicEventCodec
{
    private static readonly FrozenDictionary<string, Type> Types = typeof(ClinicEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ClinicEvent)) && !type.IsAbstract)
        .ToFrozenDictionary(KindOf);

    /// <summary>Every kind that this program writes, with its type.</summary>
    public static IReadOnlyDictionary<string, Type> Kinds => Types;

    /// <summary>The kind of an event type: <c>patient-registered</c>.</summary>
    public static string KindOf(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name);
    }

    /// <summary>The row to be written.</summary>
    public static RecordEntry Encode(ClinicEvent happened, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(happened);
        Type type = happened.GetType();
        return new RecordEntry(
            happened.Stream, at.ToUnixTimeMilliseconds(), KindOf(type), JsonSerializer.Serialize(happened, type, ClinicJson.Options));
    }

    /// <summary>The event that a row holds.</summary>
    /// <exception cref="RecordStoreException">The kind is not known, or the body is not what the kind says.</exception>
    public static ClinicFact Decode(JournalRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!Types.TryGetValue(row.Kind, out Type? type))
        {
            throw new RecordStoreException($"Row {row.Sequence} of the journal is of the kind {row.Kind}, which this program does not know: use a newer one.");
        }

        try
        {
            ClinicEvent happened = (ClinicEvent)JsonSerializer.Deserialize(row.Body, type, ClinicJson.Options)!;
            return new ClinicFact(row.Sequence, DateTimeOffset.FromUnixTimeMilliseconds(row.AtUnixMs), happened);
        }
        catch (JsonException failure)
        {
            throw new RecordStoreException($"Row {row.Sequence} of the journal cannot be read ({failure.Message}): check it with records verify.", failure);
        }
    }
}
