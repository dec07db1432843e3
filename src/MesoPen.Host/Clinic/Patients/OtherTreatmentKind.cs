namespace MesoPen.Host.Clinic.Patients;

/// <summary>Treatments of the skin other than this one, after which skin needs time so that inflammation does not add up.</summary>
public enum OtherTreatmentKind
{
    /// <summary>Chemical peel.</summary>
    Peel,

    /// <summary>Laser.</summary>
    Laser,

    /// <summary>Intense light.</summary>
    Light,

    /// <summary>Microneedling.</summary>
    Microneedling,

    /// <summary>Filler, cross-linked.</summary>
    Filler,

    /// <summary>Platelet-rich plasma.</summary>
    PlateletRichPlasma,

    /// <summary>Hydradermabrasion or dermabrasion.</summary>
    Dermabrasion,

    /// <summary>Mesotherapy elsewhere.</summary>
    Mesotherapy,

    /// <summary>Vaccination.</summary>
    Vaccination,

    /// <summary>Anything else; the note says what.</summary>
    Other,
}
