namespace MesoPen.Simulator;

/// <summary>What an operator's movements take, ms. All of it is assumed, simulation only.</summary>
/// <param name="TravelMs">From lifting off one point to the next.</param>
/// <param name="LandMs">From skin touched to head steady.</param>
/// <param name="PressMs">From head steady to trigger pressed.</param>
/// <param name="ReleaseMs">From needle felt home to trigger released.</param>
/// <param name="ReactionMs">From the lamp going out to letting go.</param>
/// <param name="PatienceMs">How long a pressed trigger without a stroke is borne.</param>
/// <param name="ZoneChangeMs">To go to another zone.</param>
/// <param name="CartridgeChangeMs">To change a cartridge.</param>
/// <param name="JitterPermille">Each time varies by up to this many thousandths, either way.</param>
public sealed record OperatorTimes(
    int TravelMs,
    int LandMs,
    int PressMs,
    int ReleaseMs,
    int ReactionMs,
    int PatienceMs,
    int ZoneChangeMs,
    int CartridgeChangeMs,
    int JitterPermille)
{
    // Shares of the time between two presses, thousandths. The rest is the stroke's own time.
    private const int TravelShare = 300;
    private const int LandShare = 120;
    private const int PressShare = 80;
    private const int ReleaseShare = 100;

    /// <summary>A person at the profile's pace.</summary>
    public static OperatorTimes Auto(OperatorConstants constants)
    {
        ArgumentNullException.ThrowIfNull(constants);
        var periodMs = 1000 / constants.PressesPerS;
        return new OperatorTimes(
            TravelMs: periodMs * TravelShare / 1000,
            LandMs: periodMs * LandShare / 1000,
            PressMs: periodMs * PressShare / 1000,
            ReleaseMs: periodMs * ReleaseShare / 1000,
            ReactionMs: 200,
            PatienceMs: 1500,
            constants.ZoneChangeMs,
            constants.CartridgeChangeMs,
            JitterPermille: 250);
    }

    /// <summary>Faster than any person: the device alone sets the pace.</summary>
    public static OperatorTimes Fast() => new(
        TravelMs: 5, LandMs: 2, PressMs: 1, ReleaseMs: 1, ReactionMs: 5, PatienceMs: 1500, ZoneChangeMs: 20, CartridgeChangeMs: 200, JitterPermille: 0);
}
