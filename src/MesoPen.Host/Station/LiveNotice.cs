using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>A sentence for whoever treats.</summary>
/// <param name="Kind">How much it matters.</param>
/// <param name="Text">The sentence.</param>
public sealed record LiveNotice(NoticeKind Kind, string Text)
{
    /// <summary>The same for who reads another language; null if only the sentence says it.</summary>
    public Said? Said => SaidWords.Of(Text);
}
