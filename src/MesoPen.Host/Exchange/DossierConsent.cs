namespace MesoPen.Host.Exchange;

/// <summary>The consent of a session.</summary>
/// <param name="Id">Id of the consent.</param>
/// <param name="TextVersion">Version of the text that was explained.</param>
/// <param name="GivenAt">When the patient signed, UTC.</param>
/// <param name="ClinicianId">Who explained it.</param>
internal sealed record DossierConsent(string Id, string TextVersion, DateTimeOffset GivenAt, string ClinicianId);
