namespace MesoPen.Host.Calibration;

/// <summary>What answers a question of the bench.</summary>
public enum BenchWants
{
    /// <summary>A word that it is done.</summary>
    Done,

    /// <summary>A weight, ng.</summary>
    WeightNg,

    /// <summary>A gauge's reading, nm.</summary>
    LengthNm,

    /// <summary>A pressure, Pa.</summary>
    PressurePa,

    /// <summary>Room and water.</summary>
    Environment,
}
