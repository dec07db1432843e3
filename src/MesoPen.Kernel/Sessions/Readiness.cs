namespace MesoPen.Kernel;

/// <summary>What a person has to confirm before anything is armed.</summary>
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
    /// <summary>All of them.</summary>
    All = FreshNeedle | Screening | Consent,
}
