namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>What became of an adverse event. Words of FHIR's adverse-event-outcome.</summary>
public enum AdverseEventOutcome
{
    /// <summary>It goes on.</summary>
    Ongoing,

    /// <summary>It gets better.</summary>
    Recovering,

    /// <summary>It is over.</summary>
    Resolved,

    /// <summary>It is over and left something behind.</summary>
    ResolvedWithSequelae,

    /// <summary>The patient died of it.</summary>
    Fatal,

    /// <summary>Not known.</summary>
    Unknown,
}
