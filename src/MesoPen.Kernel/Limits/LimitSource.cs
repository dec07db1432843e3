namespace MesoPen.Kernel;

/// <summary>Who set a limit.</summary>
public enum LimitSource
{
    /// <summary>Caps that the device's firmware enforces by itself.</summary>
    DeviceCaps,
    /// <summary>The device profile.</summary>
    DeviceProfile,
    /// <summary>Range that the device was calibrated in.</summary>
    Calibration,
    /// <summary>The zone catalogue.</summary>
    Zone,
    /// <summary>The product.</summary>
    Product,
    /// <summary>The plan itself.</summary>
    Plan,
    /// <summary>The site's policy.</summary>
    SitePolicy,
    /// <summary>What the operator is signed off for.</summary>
    Competence,
}
