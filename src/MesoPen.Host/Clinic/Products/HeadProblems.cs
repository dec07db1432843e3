namespace MesoPen.Host.Clinic.Products;

/// <summary>Problem types of needle heads.</summary>
public static class HeadProblems
{
    /// <summary>There is no such head.</summary>
    public static ProblemType Missing { get; } = new(
        "head-unknown", 409, "The needle head is not known", "The session names a needle head that nobody took in.",
        "Take the head in, or correct its id.");

    /// <summary>The head was used on somebody else.</summary>
    public static ProblemType OtherPatient { get; } = new(
        "head-other-patient", 409, "The needle head was used on another patient", "The head was fitted for another patient.",
        "Throw it away, and fit a new one.");

    /// <summary>The head was used in another session.</summary>
    public static ProblemType UsedBefore { get; } = new(
        "head-used-before", 409, "The needle head was used before", "The head was fitted to another session of the same patient: it is no longer sterile.",
        "Throw it away, and fit a new one.");

    /// <summary>The head is past its sterility.</summary>
    public static ProblemType NotSterile { get; } = new(
        "head-not-sterile", 409, "The needle head is past its sterility", "The last day on which the head is sterile has passed.",
        "Throw it away, and take one in date.");

    /// <summary>The head was discarded.</summary>
    public static ProblemType Discarded { get; } = new(
        "head-discarded", 409, "The needle head was discarded", "The head was taken out of use.",
        "Fit a new one.");

    /// <summary>The site forbids heads of several needles.</summary>
    public static ProblemType MultiNeedle { get; } = new(
        "head-multi-needle", 409, "Heads of several needles are forbidden here", "The policy of the site forbids heads with more than one needle.",
        "Fit a head of one needle, and plan with a device that takes one.");

    /// <summary>The head does not fit the device.</summary>
    public static ProblemType WrongNeedles { get; } = new(
        "head-needles", 409, "The needle head does not fit the device", "The head has another number of needles than the device is set up for.",
        "Fit a head with as many needles as the device profile says.");

    /// <summary>The head has no punctures left.</summary>
    public static ProblemType Worn { get; } = new(
        "head-worn", 409, "The needle head has no punctures left", "The head has made as many punctures as its type may.",
        "Fit a new one.");
}
