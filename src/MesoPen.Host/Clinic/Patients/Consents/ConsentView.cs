namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>A consent with the words that it is upon, as it lies before the patient.</summary>
/// <param name="Consent">The consent.</param>
/// <param name="Text">The text.</param>
/// <param name="SignaturePath">The patient's signature as the data of an SVG path; null until there is one.</param>
public sealed record ConsentView(ConsentRecord Consent, ConsentText Text, string? SignaturePath)
{
    /// <summary>The view of a consent; null if there is none.</summary>
    public static ConsentView? Of(ClinicState state, string patientId, string consentId)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Patients.FileOf(patientId).Consents.FirstOrDefault(each => each.Id == consentId) is not { } consent ? null
            : new ConsentView(
                consent, state.Patients.Texts[consent.Binding.TextId].First(text => text.Version == consent.Binding.TextVersion),
                consent.Patient?.Drawing.SvgPath());
    }
}
