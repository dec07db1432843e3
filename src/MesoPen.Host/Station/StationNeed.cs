namespace MesoPen.Host.Station;

/// <summary>What a zone needs before it can be armed.</summary>
public enum StationNeed
{
    /// <summary>An identified device that takes permits.</summary>
    Device,

    /// <summary>A passed self-test.</summary>
    SelfTest,

    /// <summary>A primed line.</summary>
    Primed,

    /// <summary>A device that was calibrated in time.</summary>
    CalibrationInDate,

    /// <summary>A session that is not closed.</summary>
    OpenSession,

    /// <summary>A plan within all limits.</summary>
    PlanWithinLimits,

    /// <summary>A product in date.</summary>
    ProductInDate,

    /// <summary>A fresh needle head.</summary>
    FreshNeedle,

    /// <summary>The screening.</summary>
    Screening,

    /// <summary>The consent.</summary>
    Consent,

    /// <summary>The patient, by nobody else treated.</summary>
    Patient,

    /// <summary>The operator's competence.</summary>
    Competence,

    /// <summary>The newest plan, due.</summary>
    Plan,

    /// <summary>The product, allowed.</summary>
    Product,

    /// <summary>The vial, in time and with enough left.</summary>
    Vial,

    /// <summary>The site's records within reach.</summary>
    Records,

    /// <summary>The site's certificate in force.</summary>
    Certificate,

    /// <summary>Every shot settled and the device at rest.</summary>
    Settled,

    /// <summary>Records that are written.</summary>
    Written,

    /// <summary>A zone of the plan with points left.</summary>
    Points,
}
