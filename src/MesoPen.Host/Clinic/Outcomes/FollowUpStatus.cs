namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>Where a contact after a session stands.</summary>
public enum FollowUpStatus
{
    /// <summary>Its day has not come.</summary>
    Upcoming,

    /// <summary>Its day has come.</summary>
    Due,

    /// <summary>Its day and the grace have passed.</summary>
    Overdue,

    /// <summary>The patient was asked.</summary>
    Done,
}
