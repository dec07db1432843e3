namespace MesoPen.Host.Clinic.People;

/// <summary>What a person may be in the clinic. One person may be several.</summary>
[Flags]
public enum Role
{
    /// <summary>Nobody.</summary>
    None = 0,

    /// <summary>Treats: patients, screening, consent, plans, sessions.</summary>
    Clinician = 1,

    /// <summary>Devices, calibration, profiles.</summary>
    Engineer = 2,

    /// <summary>People, products, site policy.</summary>
    Administrator = 4,

    /// <summary>Reads everything, changes nothing.</summary>
    Auditor = 8,
}
