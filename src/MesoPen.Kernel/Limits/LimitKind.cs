namespace MesoPen.Kernel;

/// <summary>What a limit bounds. Names end in Max (at most), Min (at least) or Step (a multiple of).</summary>
public enum LimitKind
{
    /// <summary>Vertical depth in tissue, µm.</summary>
    TissueDepthMax,
    /// <inheritdoc cref="TissueDepthMax"/>
    TissueDepthMin,
    /// <summary>Needle out along its own axis, µm.</summary>
    NeedleLengthMax,
    /// <inheritdoc cref="NeedleLengthMax"/>
    NeedleLengthMin,
    /// <summary>Dose of one shot for the whole head, nL.</summary>
    DoseMax,
    /// <inheritdoc cref="DoseMax"/>
    DoseMin,
    /// <inheritdoc cref="DoseMax"/>
    DoseStep,
    /// <summary>Volume into one zone in this session, nL.</summary>
    ZoneVolumeMax,
    /// <summary>Shots into one zone in this session.</summary>
    ZoneShotsMax,
    /// <summary>Volume in this session, nL.</summary>
    SessionVolumeMax,
    /// <summary>Volume of the product in this session, nL.</summary>
    ProductVolumeMax,
    /// <summary>Time from shot to shot, ms.</summary>
    ShotIntervalMin,
    /// <summary>Shots with one needle head.</summary>
    NeedleSticksMax,
    /// <summary>Volume of one prime, nL.</summary>
    PrimeMax,
}
