namespace MesoPen.Host.Calibration;

/// <summary>How a point is drawn.</summary>
internal enum PlotMark
{
    /// <summary>Full circle.</summary>
    Disc,

    /// <summary>Empty circle.</summary>
    Ring,

    /// <summary>Full triangle, upwards.</summary>
    Up,

    /// <summary>Empty triangle, downwards.</summary>
    Down,
}
