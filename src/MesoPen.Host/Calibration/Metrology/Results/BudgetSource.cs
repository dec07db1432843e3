namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Where uncertainty comes from.</summary>
public enum BudgetSource
{
    /// <summary>Calibration of the balance, gauge or manometer, by its certificate.</summary>
    ReferenceCalibration,

    /// <summary>Resolution of the balance, gauge or manometer, once for each reading that a figure is made of.</summary>
    ReferenceResolution,

    /// <summary>Drift of the reference since its calibration.</summary>
    ReferenceDrift,

    /// <summary>Scatter of the readings.</summary>
    Repeatability,

    /// <summary>Density of the water: formula and purity.</summary>
    WaterDensity,

    /// <summary>Density of the air: formula, barometer, hygrometer, thermometer.</summary>
    AirDensity,

    /// <summary>Temperature of the water: thermometer and change during the series.</summary>
    WaterTemperature,

    /// <summary>Rate of evaporation.</summary>
    Evaporation,

    /// <summary>Thermal expansion of the syringe.</summary>
    Expansion,

    /// <summary>Person at the device.</summary>
    Operator,

    /// <summary>Zero of the needle: scatter of the readings at home.</summary>
    Zero,
}
