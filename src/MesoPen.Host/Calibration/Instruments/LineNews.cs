namespace MesoPen.Host.Calibration;

/// <summary>What an instrument's line had to tell.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">For a line: its bytes without the end.</param>
/// <param name="Reason">For a loss: one sentence.</param>
internal readonly record struct LineNews(LineNewsKind Kind, byte[] Line, string Reason)
{
    public static LineNews Opened => new(LineNewsKind.Opened, [], string.Empty);

    public static LineNews Silence => new(LineNewsKind.Silence, [], string.Empty);
}
