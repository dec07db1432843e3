namespace MesoPen.Host.Calibration;

/// <summary>What an instrument measures, and with it the unit of its values.</summary>
public enum InstrumentQuantity
{
    /// <summary>A balance. Values are nanograms.</summary>
    Mass,

    /// <summary>A gauge. Values are nanometres.</summary>
    Length,
}
