namespace MesoPen.Host.Calibration.Metrology;

/// <summary>What may be objected.</summary>
public enum ObjectionKind
{
    /// <summary>An instrument that the result needs is not among the references.</summary>
    ReferenceMissing,

    /// <summary>An instrument was past its due day.</summary>
    ReferencePastDue,

    /// <summary>The environment was not read before and after a series.</summary>
    EnvironmentMissing,

    /// <summary>A formula was used outside of the range that it is stated for.</summary>
    EnvironmentOutOfRange,

    /// <summary>The water's temperature changed by more than 0.5 °C during a series.</summary>
    TemperatureUnsteady,

    /// <summary>No blank was weighed.</summary>
    BlankMissing,

    /// <summary>A point has fewer readings than were settled.</summary>
    ReadingsMissing,

    /// <summary>A reading does not make sense: its times are out of order, or its point does not exist.</summary>
    ReadingImpossible,

    /// <summary>The zero at home of a needle was not read.</summary>
    ZeroMissing,

    /// <summary>Propagation of distributions does not confirm the GUM's interval.</summary>
    MonteCarloDisagrees,

    /// <summary>A control chart shows that something changed during the readings.</summary>
    OutOfControl,

    /// <summary>The proposed scale is beyond what the device takes.</summary>
    ScaleOutOfBounds,

    /// <summary>What was settled before the first reading does not make sense: nothing was computed.</summary>
    SetupImpossible,
}
