namespace MesoPen.Host.Clinic;

/// <summary>A sort of refusal that programs can tell apart. Stable: its id never changes its meaning.</summary>
/// <param name="Id">Small letters and hyphens: <c>consent-void</c>. The problem's type is <c>urn:mesopen:problem:</c> and this.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What it is, for people, the same every time.</param>
/// <param name="Cause">What leads to it.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record ProblemType(string Id, int Status, string Title, string Cause, string Remedy)
{
    /// <summary>The URI that stands in the problem's <c>type</c>.</summary>
    public string Uri => "urn:mesopen:problem:" + Id;

    /// <summary>A problem of this type.</summary>
    /// <param name="detail">What, where, what is allowed, what to do: one or two sentences. Never a patient's data.</param>
    public Problem With(string detail) => new(this, detail);

    /// <summary>A problem of this type, with what it is about.</summary>
    /// <param name="detail">As above.</param>
    /// <param name="about">What the detail is about, of the patient too.</param>
    public Problem With(string detail, ProblemFacts about) => new(this, detail) { About = about };
}
