namespace MesoPen.Host.Calibration;

/// <summary>Whether a device may be used by its certificate.</summary>
public enum CertificateState
{
    /// <summary>The site has never issued one for this device and kind: the device's own due day alone rules.</summary>
    None,

    /// <summary>It counts.</summary>
    InForce,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>The device has given as many shots as it counts for.</summary>
    Worn,

    /// <summary>It was taken back.</summary>
    Revoked,

    /// <summary>Its control chart says that the device has changed.</summary>
    Drifted,

    /// <summary>The device holds another one, or another adjustment, or none.</summary>
    Superseded,
}
