namespace MesoPen.Host.Calibration;

/// <summary>From which side the needle came to where it stands.</summary>
public enum TravelDirection
{
    /// <summary>On its way out.</summary>
    Out,

    /// <summary>On its way back.</summary>
    Back,
}
