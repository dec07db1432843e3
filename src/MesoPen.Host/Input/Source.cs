namespace MesoPen.Host.Input;

/// <summary>A publication or page that a number comes from.</summary>
/// <param name="Id">Short name within the file.</param>
/// <param name="Title">What it is.</param>
/// <param name="Url">Where it was read.</param>
/// <param name="Confidence">"study": peer-reviewed, read at the address; "practice": a page of little authority.</param>
public sealed record Source(string Id, string Title, string Url, string Confidence)
{
    /// <summary>For sentences.</summary>
    public override string ToString() => $"{Title}, {Url}";
}
