using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MesoPen.Host.Clinic;

/// <summary>The JSON of events, of the API and of what is signed: snake_case names, enums as words, one form for one value.</summary>
public static class ClinicJson
{
    /// <summary>Options of every serializer of the clinic. A property that is not known is refused; one that is missing too, unless it may be null.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Sets options that exist already, such as those of the web framework, to the same form.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }

    /// <summary>SHA-256 of a value's JSON in this form, 64 lower-case hexadecimal digits: what a signature is bound to.</summary>
    public static string Sha256<T>(T value) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(value, Options))));

    private static JsonSerializerOptions Create()
    {
        JsonSerializerOptions options = new(JsonSerializerOptions.Default);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
