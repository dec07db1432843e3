namespace MesoPen.Host.Calibration;

/// <summary>An instrument that the result is traced to. Past its due day it blocks a calibration.</summary>
/// <param name="ReferenceId">The site's id of it.</param>
/// <param name="Role">balance, weights, gauge, pressure, thermometer, barometer, hygrometer.</param>
/// <param name="Model">Maker and model.</param>
/// <param name="Serial">Serial number.</param>
/// <param name="Certificate">Number of its own certificate.</param>
/// <param name="DueDay">Last day on which that counts.</param>
/// <param name="Resolution">Smallest step that it shows, in its base unit: ng, nm, Pa, m°C, Pa or permille.</param>
/// <param name="Expanded">Expanded uncertainty of its certificate, in the same unit.</param>
/// <param name="Coverage">Coverage factor of that, in thousandths: 2000 is k = 2.</param>
/// <param name="DriftPerYear">How far it may have drifted in a year, in the same unit; 0 if the certificate covers it.</param>
public sealed record ReferenceInstrument(
    string ReferenceId, string Role, string Model, string Serial, string Certificate, DateOnly DueDay, long Resolution, long Expanded, int Coverage,
    long DriftPerYear);
