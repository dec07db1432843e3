namespace MesoPen.Host.Clinic.Plans;

/// <summary>Problem types of protocols and plans.</summary>
public static class PlanProblems
{
    /// <summary>A limit refuses it.</summary>
    public static ProblemType BeyondLimits { get; } = new(
        "plan-beyond-limits", 422, "The plan is beyond a limit",
        "A depth, dose, volume or interval of the plan is beyond what catalogue, device or product allow.",
        "The detail names every limit with its source: change the plan.");

    /// <summary>The plan cannot be carried out as it is written.</summary>
    public static ProblemType Malformed { get; } = new(
        "plan-malformed", 422, "The plan cannot be read",
        "A zone, word or number of the plan is not what docs/plans.md says, or device and catalogue do not fit it.",
        "Correct what the detail names.");

    /// <summary>Sessions or intervals out of the usual range without a source.</summary>
    public static ProblemType CourseUnsourced { get; } = new(
        "course-unsourced", 422, "The course has no source",
        "Sessions or interval are not the usual ones, and the course does not say where they come from.",
        "Use the usual range, or state the course's source.");

    /// <summary>The session is not of one of the patient's plans.</summary>
    public static ProblemType Missing { get; } = new(
        "plan-missing", 409, "There is no such plan of this patient",
        "The session names a plan, or a version of it, that does not exist or is another patient's.",
        "Choose one of the patient's plans.");

    /// <summary>An older version was named.</summary>
    public static ProblemType Outdated { get; } = new(
        "plan-outdated", 409, "The plan has a newer version", "The plan was changed after the session was prepared.",
        "Look at the newest version, have it consented to, and prepare the session with it.");

    /// <summary>The plan was ended.</summary>
    public static ProblemType Ended { get; } = new(
        "plan-ended", 409, "The plan was ended", "The clinic ended the series before its last session.",
        "Make a new plan if treatment is to go on.");

    /// <summary>The plan is for another device.</summary>
    public static ProblemType OtherDevice { get; } = new(
        "plan-other-device", 409, "The plan is for another device",
        "The plan was drawn and checked for another device family than the one that is connected.",
        "Connect the device of the plan, or make a version of the plan for this one.");

    /// <summary>The least interval is not over.</summary>
    public static ProblemType NotDue { get; } = new(
        "plan-not-due", 409, "The session is not due yet",
        "The least interval since the last session in these zones is not over, or the series has not begun.",
        "Wait for the day that the detail names.");

    /// <summary>All sessions were given.</summary>
    public static ProblemType SeriesComplete { get; } = new(
        "series-complete", 409, "The series is complete", "All sessions of the plan were given, and it has no maintenance.",
        "Make a new version with maintenance, or a new plan.");

    /// <summary>Another treatment was too short ago.</summary>
    public static ProblemType CombinationInterval { get; } = new(
        "combination-interval", 409, "Another treatment was too short ago",
        "The patient had another treatment of the same skin, and the least interval that the site states for its kind is not over.",
        "Wait for the day that the detail names.");

    /// <summary>The site states no interval for another treatment.</summary>
    public static ProblemType CombinationUnstated { get; } = new(
        "combination-unstated", 409, "The site states no interval for another treatment",
        "The patient had another treatment of the same skin, of a kind for which the site has stated no least interval; there is no default.",
        "Have the administrator state the interval of this kind in the site's settings.");
}
