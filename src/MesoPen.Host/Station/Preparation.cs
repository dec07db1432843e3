using System.Collections.Immutable;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Input;

namespace MesoPen.Host.Station;

/// <summary>What a session is to do, or why it cannot be told.</summary>
public sealed record Preparation
{
    private Preparation(TreatmentInput? input, TreatmentIntent? intent, ImmutableArray<BasisItem> basis, Problem? problem) =>
        (Input, Intent, Basis, Problem) = (input, intent, basis, problem);

    /// <summary>Plan and limits for the kernel; null if there is a problem.</summary>
    public TreatmentInput? Input { get; }

    /// <summary>The intent with what only plan and head say: device family and needles.</summary>
    public TreatmentIntent? Intent { get; }

    /// <summary>All that it stands on.</summary>
    public ImmutableArray<BasisItem> Basis { get; }

    /// <summary>Why it cannot be told; null if it can.</summary>
    public Problem? Problem { get; }

    /// <summary>It can.</summary>
    public static Preparation Of(TreatmentInput input, TreatmentIntent intent, ImmutableArray<BasisItem> basis) => new(input, intent, basis, null);

    /// <summary>It cannot.</summary>
    public static implicit operator Preparation(Problem problem) => Refuse(problem);

    /// <summary>It cannot.</summary>
    public static Preparation Refuse(Problem problem) => new(null, null, [], problem);
}
