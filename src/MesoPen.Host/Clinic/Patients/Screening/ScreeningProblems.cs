namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>Problem types of the screening.</summary>
public static class ScreeningProblems
{
    /// <summary>No screening.</summary>
    public static ProblemType Missing { get; } = new(
        "screening-missing", 409, "There is no screening", "The patient has not been asked the questions of the screening.",
        "Take the screening.");

    /// <summary>Too old.</summary>
    public static ProblemType Expired { get; } = new(
        "screening-expired", 409, "The screening has expired",
        "The answers, or those to questions that are asked on the day of each session, are older than they may be.",
        "Ask the questions that the detail names anew.");

    /// <summary>Questions without an answer.</summary>
    public static ProblemType Incomplete { get; } = new(
        "screening-incomplete", 409, "The screening is incomplete", "A question of the screening has no answer.",
        "Ask the questions that the detail names.");

    /// <summary>The questions changed.</summary>
    public static ProblemType Outdated { get; } = new(
        "screening-outdated", 409, "The questions of the screening changed",
        "The screening was taken with an older version of the questions.", "Take the screening anew.");

    /// <summary>The site does not say how long answers count.</summary>
    public static ProblemType ValidityUnset { get; } = new(
        "screening-validity-unset", 409, "The site has not stated how long a screening counts",
        "The site's setting screening_days is not set; it has no default.",
        "Have the administrator state it in the site's settings.");

    /// <summary>An answer forbids treatment.</summary>
    public static ProblemType Contraindicated { get; } = new(
        "contraindicated", 409, "An answer forbids treatment", "The patient said yes to a question that excludes treatment.",
        "Do not treat. If the answer was mistaken or has changed, ask anew.");

    /// <summary>A clearance is needed.</summary>
    public static ProblemType ClearanceNeeded { get; } = new(
        "clearance-needed", 409, "A medical clearance is needed",
        "The patient has a condition that needs a dated medical clearance, and none is valid today.",
        "Attach the clearance, with who gave it and how long it counts.");

    /// <summary>The product holds what the patient reacts to.</summary>
    public static ProblemType Allergy { get; } = new(
        "allergy", 409, "The product holds what the patient reacts to",
        "A substance that the patient named is among the ingredients or allergens of the product.",
        "Do not use this product: plan with another.");

    /// <summary>Infection in a zone of the plan.</summary>
    public static ProblemType InfectionInZone { get; } = new(
        "infection-in-zone", 409, "There is an infection or rash in a zone of the plan",
        "The patient has an infection or rash where the plan would inject.",
        "Wait until it has healed, or plan without the zone.");

    /// <summary>A caution was not weighed.</summary>
    public static ProblemType CautionNotAcknowledged { get; } = new(
        "caution-not-acknowledged", 409, "A caution was not weighed",
        "The patient said yes to a caution, and no clinician has said why treatment is right nevertheless.",
        "Weigh it, and acknowledge it with the reason.");
}
