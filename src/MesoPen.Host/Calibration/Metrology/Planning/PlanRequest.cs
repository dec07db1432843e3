namespace MesoPen.Host.Calibration.Metrology;

/// <summary>What a weighing is planned from.</summary>
/// <param name="DoseNl">Dose of one shot, nL.</param>
/// <param name="ReadabilityNg">Smallest step of the balance, ng.</param>
/// <param name="RepeatabilityNg">Standard deviation of one of its readings, ng.</param>
/// <param name="CalibrationNg">Standard uncertainty of a difference of weights by its certificate, with drift, ng.</param>
/// <param name="ShotCvPercent">Expected scatter of single shots, percent of the dose.</param>
/// <param name="WantedPercent">Wanted expanded uncertainty of the mean error, percent of the dose.</param>
/// <param name="Coverage">Coverage probability, 0 to 1.</param>
/// <param name="SecondsPerShot">From shot to shot.</param>
/// <param name="SecondsPerReading">From the last shot to a stable weight, with tare or change of vessel.</param>
/// <param name="Blanks">Blanks weighed besides, each as long as a weighing.</param>
/// <param name="EvaporationMgPerHour">Expected rate; what the blanks leave unknown of it counts.</param>
/// <param name="LeastWeighings">Fewest weighings; 10 by ISO 8655-6.</param>
/// <param name="MostShots">Most shots in one weighing: what vessel, cartridge or patience allow.</param>
/// <param name="MostWeighings">Most weighings.</param>
public sealed record PlanRequest(
    long DoseNl, long ReadabilityNg, long RepeatabilityNg, long CalibrationNg, double ShotCvPercent, double WantedPercent, double Coverage,
    double SecondsPerShot, double SecondsPerReading, int Blanks, double EvaporationMgPerHour, int LeastWeighings, int MostShots, int MostWeighings);
