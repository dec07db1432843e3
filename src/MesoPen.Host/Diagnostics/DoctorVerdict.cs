namespace MesoPen.Host.Diagnostics;

/// <summary>How a check came out.</summary>
public enum DoctorVerdict
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Works, and could be better.</summary>
    Advice,

    /// <summary>Keeps something from working.</summary>
    Bad,
}
