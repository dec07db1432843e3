namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>What a contact after a session found.</summary>
public enum FollowUpFinding
{
    /// <summary>The patient was not reached: the contact stays due.</summary>
    NotReached,

    /// <summary>Nothing unusual.</summary>
    Well,

    /// <summary>Something unusual: an adverse event, which the entry names.</summary>
    AdverseEvent,
}
