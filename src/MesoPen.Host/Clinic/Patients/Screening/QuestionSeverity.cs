namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>What a yes to a question of the screening means.</summary>
public enum QuestionSeverity
{
    /// <summary>No treatment.</summary>
    Absolute,

    /// <summary>No treatment without a dated medical clearance that is still valid.</summary>
    NeedsClearance,

    /// <summary>Treatment if the clinician has said, with a reason, that it was weighed.</summary>
    Caution,

    /// <summary>No treatment in the zones that the answer names.</summary>
    InZones,

    /// <summary>No treatment with a product that holds a substance that the answer names.</summary>
    Substances,
}
