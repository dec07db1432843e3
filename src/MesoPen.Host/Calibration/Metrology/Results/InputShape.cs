namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Shape of what is known of an input (JCGM 101:2008, 6.4).</summary>
public enum InputShape
{
    /// <summary>Normal.</summary>
    Normal,

    /// <summary>Anywhere within its limits, equally likely.</summary>
    Rectangular,

    /// <summary>Anywhere within its limits, likelier in the middle: the sum of two equal rectangular ones.</summary>
    Triangular,

    /// <summary>Student's t, scaled: the mean of a few readings.</summary>
    StudentT,
}
