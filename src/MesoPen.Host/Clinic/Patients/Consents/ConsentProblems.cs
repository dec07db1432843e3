namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>Problem types of consents.</summary>
public static class ConsentProblems
{
    /// <summary>No consent to the plan.</summary>
    public static ProblemType Missing { get; } = new(
        "consent-missing", 409, "There is no consent", "The patient has not been asked to consent to this plan.",
        "Draw up the consent and have it signed.");

    /// <summary>A signature is missing.</summary>
    public static ProblemType Unsigned { get; } = new(
        "consent-unsigned", 409, "The consent is not signed", "The consent lacks the patient's or the clinician's signature.",
        "Have the signature that the detail names given.");

    /// <summary>What it was bound to changed.</summary>
    public static ProblemType Void { get; } = new(
        "consent-void", 409, "The consent is void", "Plan version, zones, product or text are not those that were consented to.",
        "Draw up a consent to what is planned now, and have it signed.");

    /// <summary>It was withdrawn.</summary>
    public static ProblemType Withdrawn { get; } = new(
        "consent-withdrawn", 409, "The consent was withdrawn", "The patient withdrew the consent.",
        "Do not treat. If the patient wishes it again, draw up a new consent.");

    /// <summary>It is too old.</summary>
    public static ProblemType Expired { get; } = new(
        "consent-expired", 409, "The consent has expired", "It was signed longer ago than the site lets a consent count.",
        "Draw up the consent anew and have it signed.");

    /// <summary>The site does not say how long a consent counts.</summary>
    public static ProblemType ValidityUnset { get; } = new(
        "consent-validity-unset", 409, "The site has not stated how long a consent counts",
        "The site's setting consent_days is not set; it has no default.",
        "Have the administrator state it in the site's settings.");
}
