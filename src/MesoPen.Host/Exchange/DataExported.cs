using MesoPen.Host.Clinic;

namespace MesoPen.Host.Exchange;

/// <summary>Data left the house.</summary>
/// <param name="By">Who took them out.</param>
/// <param name="ExportId">Id of the export.</param>
/// <param name="Form">fhir, shots-csv, zones-csv, list-csv, events-csv or deidentified.</param>
/// <param name="Subject">What of: id of the session, name of the list, or filter of the events; null for everything.</param>
/// <param name="Sha256">Hash of the bytes: a copy that turns up somewhere can be told to be this one.</param>
public sealed record DataExported(string By, string ExportId, string Form, string? Subject, string Sha256) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "export/" + ExportId;
}
