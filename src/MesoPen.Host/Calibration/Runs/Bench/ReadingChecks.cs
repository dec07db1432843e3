using System.Globalization;

namespace MesoPen.Host.Calibration;

/// <summary>Whether a reading can be what it says. Far wider than any tolerance: it finds a touched vessel and not a bad device.</summary>
public static class ReadingChecks
{
    private const int NgPerNl = 998; // water at 20 °C: 0.998 mg/µL
    private const long BlankMaxNg = 2_000_000;
    private const long GaugeSlackNm = 1_000_000;
    private const int RoomSlackPa = 3_000; // a front moves air by a few hectopascals an hour
    private const int RoomSlackMilliC = 5_000;

    /// <summary>Why a weight after shots cannot be; null if it can.</summary>
    /// <param name="commandedNl">What the device was told to deliver, nL.</param>
    /// <param name="beforeNg">Weight before, ng.</param>
    /// <param name="afterNg">Weight after, ng.</param>
    public static string? Weighing(long commandedNl, long beforeNg, long afterNg)
    {
        long gain = afterNg - beforeNg;
        long expected = commandedNl * NgPerNl;
        return commandedNl == 0
                ? (Math.Abs(gain) > BlankMaxNg
                    ? $"The weight changed by {Mg(gain)} while nothing was delivered: keep draught and static away, and leave vessel and balance alone." : null)
            : gain <= 0 ? $"The weight went down by {Mg(-gain)} where {Mg(expected)} were to come: see that the needle is over the vessel and the line is primed."
            : gain < expected / 2 || gain > expected + (expected / 2)
                ? $"The weight rose by {Mg(gain)} where {Mg(expected)} were to come: the vessel was touched, or the device delivers something else by half."
            : null;
    }

    /// <summary>Why a gauge's reading cannot be; null if it can.</summary>
    /// <param name="zeroNm">What the gauge said at home, nm.</param>
    /// <param name="targetUm">Where the needle was sent, µm from home.</param>
    /// <param name="readNm">What the gauge says, nm.</param>
    public static string? Gauge(long zeroNm, long targetUm, long readNm)
    {
        // A needle that stayed at home is found at every depth.
        long off = readNm - zeroNm - (targetUm * 1000);
        return Math.Abs(off) > (targetUm == 0 ? GaugeSlackNm : Math.Min(GaugeSlackNm, targetUm * 500))
            ? string.Create(CultureInfo.InvariantCulture,
                $"The gauge shows {(readNm - zeroNm) / 1e6:0.000} mm from home where {targetUm / 1e3:0.000} mm were to come: the needle did not stay where it was sent, or the gauge is not on it (outwards positive).")
            : null;
    }

    /// <summary>Why a manometer's reading cannot be; null if it can.</summary>
    /// <param name="expectedKpa">The threshold that is calibrated, kPa.</param>
    /// <param name="readPa">What was read, Pa.</param>
    public static string? Pressure(long expectedKpa, long readPa) => Math.Abs(readPa - (expectedKpa * 1000)) > expectedKpa * 500
        ? string.Create(CultureInfo.InvariantCulture, $"The manometer is said to show {readPa / 1e3:0.###} kPa where about {expectedKpa} kPa were to come: read it again, in kPa.")
        : null;

    /// <summary>Why room and water cannot be as they are said to be now; null if they can.</summary>
    /// <param name="before">As they were at the last reading.</param>
    /// <param name="now">As they are said to be.</param>
    public static string? Room(EnvironmentReading before, EnvironmentReading now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        return Math.Abs(now.PressurePa - before.PressurePa) > RoomSlackPa
                ? string.Create(CultureInfo.InvariantCulture, $"The pressure of the air went from {before.PressurePa / 1e2:0.#} hPa to {now.PressurePa / 1e2:0.#} hPa: one of the two was misread. Read it again; if the first was wrong, abort and begin anew.")
            : Math.Abs(now.WaterMilliC - before.WaterMilliC) > RoomSlackMilliC || Math.Abs(now.AirMilliC - before.AirMilliC) > RoomSlackMilliC
                ? "Water or air changed by more than 5 °C since the last reading: one of the two was misread. Read it again; if the first was wrong, abort and begin anew."
            : null;
    }

    private static string Mg(long ng) => string.Create(CultureInfo.InvariantCulture, $"{ng / 1e6:0.000} mg");
}
