namespace MesoPen.Host.Clinic;

/// <summary>Why something was refused. Nothing was changed.</summary>
/// <param name="Type">What sort.</param>
/// <param name="Detail">What happened here and what to do.</param>
public sealed record Problem(ProblemType Type, string Detail)
{
    /// <summary>
    /// What the detail is about, for who says it in another language. It may be of a patient, and goes to nobody who may not read the patient's file.
    /// </summary>
    public ProblemFacts About { get; init; } = ProblemFacts.None;
}
