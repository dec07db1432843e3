namespace MesoPen.Host.Clinic.Patients;

/// <summary>Sex, as far as skin thickness depends on it. Words of FHIR's administrative gender.</summary>
public enum Sex
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,

    /// <summary>Other.</summary>
    Other,
}
