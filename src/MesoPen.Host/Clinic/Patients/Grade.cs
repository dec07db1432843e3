namespace MesoPen.Host.Clinic.Patients;

/// <summary>How much of something was found, by eye.</summary>
public enum Grade
{
    /// <summary>None.</summary>
    None,

    /// <summary>A little.</summary>
    Mild,

    /// <summary>Clear to see.</summary>
    Moderate,

    /// <summary>Much.</summary>
    Severe,
}
