namespace MesoPen.Host.Clinic;

/// <summary>Why something was refused. Nothing was changed.</summary>
/// <param name="Type">What sort.</param>
/// <param name="Detail">What happened here and what to do.</param>
public sealed record Problem(ProblemType Type, string Detail);
