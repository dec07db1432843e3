namespace MesoPen.Host.Calibration.Metrology;

/// <summary>Propagation of distributions (JCGM 101:2008), and whether it confirms the GUM's interval by clause 8 of it.</summary>
/// <param name="Draws">How many.</param>
/// <param name="Seed">Of the generator: the same seed draws the same.</param>
/// <param name="Mean">Mean of the error, in the unit of the result.</param>
/// <param name="Standard">Standard deviation of it.</param>
/// <param name="Low">Lower end of the probabilistically symmetric coverage interval of the error.</param>
/// <param name="High">Upper end.</param>
/// <param name="Tolerance">How far the ends may lie from the GUM's: a fifth of the combined standard uncertainty, about a tenth of U.</param>
/// <param name="Confirms">Whether both ends lie within that.</param>
public sealed record MonteCarloCheck(int Draws, int Seed, double Mean, double Standard, double Low, double High, double Tolerance, bool Confirms);
