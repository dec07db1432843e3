namespace MesoPen.Host.Calibration;

/// <summary>How long a certificate counts, by date and by shots.</summary>
internal static class CertificateTerms
{
    /// <summary>Last day on which it counts: the months that the site gave, from the day of the last reading.</summary>
    public static DateOnly DueDay(CalibrationData data) => FigureText.DayOf(data.EndedAtUnixMs).AddMonths(data.Setup.MonthsValid);

    /// <summary>The device's lifetime shot counter may not pass this; null if only the date counts.</summary>
    public static long? ShotsMax(CalibrationData data) => data.Setup.ShotsValid is { } shots ? data.ShotCounter + shots : null;
}
