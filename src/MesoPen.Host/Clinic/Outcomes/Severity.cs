namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>How strong an adverse event is, whatever it leads to. Words of FHIR's adverse-event-severity.</summary>
public enum Severity
{
    /// <summary>Noticed, does not hinder.</summary>
    Mild,

    /// <summary>Hinders.</summary>
    Moderate,

    /// <summary>Prevents what is usual.</summary>
    Severe,
}
