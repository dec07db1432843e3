namespace MesoPen.Host.Clinic.Patients;

/// <summary>Thickness of the skin, by eye and hand.</summary>
public enum Thickness
{
    /// <summary>Thin: keep well under the zone's depth limit.</summary>
    Thin,

    /// <summary>As usual.</summary>
    Usual,

    /// <summary>Thick.</summary>
    Thick,
}
