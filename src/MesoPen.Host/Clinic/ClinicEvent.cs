using System.Text.Json.Serialization;

namespace MesoPen.Host.Clinic;

/// <summary>
/// Something that happened in the clinic, as a row of the journal. Its kind is its type's name in small letters with hyphens
/// (<c>PatientRegistered</c> is <c>patient-registered</c>), its body its properties as JSON, with units in the names.
/// </summary>
/// <param name="By">Id of the person who did it; of the station for what a station did by itself.</param>
/// <remarks>Never rename a type or a property that was released: rows of it stand in journals.</remarks>
public abstract record ClinicEvent(string By)
{
    /// <summary>What it belongs to: a word, a slash and an id, such as <c>patient/P-0001</c>.</summary>
    [JsonIgnore]
    public abstract string Stream { get; }
}
