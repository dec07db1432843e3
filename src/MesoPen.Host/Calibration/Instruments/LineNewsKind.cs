namespace MesoPen.Host.Calibration;

/// <summary>Kinds of <see cref="LineNews"/>.</summary>
internal enum LineNewsKind
{
    /// <summary>The line is open.</summary>
    Opened,

    /// <summary>A line of text came.</summary>
    Line,

    /// <summary>Nothing came in time.</summary>
    Silence,

    /// <summary>It could not be opened, or is gone.</summary>
    Lost,
}
