namespace MesoPen.Host.Calibration;

/// <summary>A unit, as a number of nanograms or nanometres.</summary>
/// <param name="Quantity">Of what.</param>
/// <param name="Base">ng or nm in one of it.</param>
internal readonly record struct InstrumentUnit(InstrumentQuantity Quantity, long Base);
