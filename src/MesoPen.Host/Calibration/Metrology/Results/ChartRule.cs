namespace MesoPen.Host.Calibration.Metrology;

/// <summary>
/// Rules of a control chart: the four zone tests of the Western Electric Statistical Quality Control Handbook (1956), as in the NIST/SEMATECH
/// e-Handbook 6.3.2; the trend of L. S. Nelson (J. Quality Technology 16, 1984, test 3); and the limit of the moving range (6.3.2.2).
/// </summary>
public enum ChartRule
{
    /// <summary>One value beyond three sigma.</summary>
    BeyondThreeSigma,

    /// <summary>Two of three neighbours beyond two sigma on one side.</summary>
    TwoOfThreeBeyondTwoSigma,

    /// <summary>Four of five neighbours beyond one sigma on one side.</summary>
    FourOfFiveBeyondOneSigma,

    /// <summary>Eight neighbours on one side of the centre.</summary>
    EightOnOneSide,

    /// <summary>Six neighbours, each above the last, or each below it.</summary>
    SixInATrend,

    /// <summary>A moving range beyond its upper limit.</summary>
    RangeBeyondLimit,
}
