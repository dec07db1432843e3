namespace MesoPen.Kernel;

/// <summary>What a person, or the clinic's records, have to stand for before anything is armed.</summary>
[Flags]
public enum Readiness
{
    /// <summary>Nothing confirmed.</summary>
    None = 0,
    /// <summary>The needle head is new.</summary>
    FreshNeedle = 1,
    /// <summary>The patient was screened for contraindications.</summary>
    Screening = 2,
    /// <summary>The patient consented.</summary>
    Consent = 4,
    /// <summary>The patient is identified, and nobody else treats this patient.</summary>
    Patient = 8,
    /// <summary>The operator is signed off for this device.</summary>
    Competence = 16,
    /// <summary>The plan is the newest version and due.</summary>
    Plan = 32,
    /// <summary>The product is allowed here, its lot in date and not recalled.</summary>
    Product = 64,
    /// <summary>The vial was opened in time and holds enough.</summary>
    Vial = 128,
    /// <summary>The site's records are within reach.</summary>
    Records = 256,
    /// <summary>The calibration of the device is in force: its certificate, if it has one, is neither past nor taken back.</summary>
    Calibration = 512,
    /// <summary>All of them.</summary>
    All = 1023,
}
