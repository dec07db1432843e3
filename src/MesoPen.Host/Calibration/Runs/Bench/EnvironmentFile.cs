using System.Globalization;
using MesoPen.Host.Input;

namespace MesoPen.Host.Calibration;

/// <summary>
/// A logger's file: the columns <c>time,water_c,air_c,pressure_hpa,humidity_percent</c>, times in ISO 8601 with their offset. It is read anew each
/// time, so a logger may go on writing it.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="clock">The time.</param>
internal sealed class EnvironmentFile(string path, TimeProvider clock)
{
    private const string Header = "time,water_c,air_c,pressure_hpa,humidity_percent";

    // Water follows its room within tens of minutes: what is older says nothing of now.
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);

    /// <summary>The newest line that is not in the future, as the room is now.</summary>
    /// <exception cref="InputException">There is none within the last ten minutes, or the file is not of this form.</exception>
    public EnvironmentReading Newest()
    {
        string[] lines = Lines();
        if (lines.Length == 0 || lines[0].Trim() != Header)
        {
            throw new InputException(path, 1, $"The first line of the environment's file must be {Header}.");
        }

        DateTimeOffset now = clock.GetUtcNow();
        EnvironmentReading? newest = null;
        for (int line = 1; line < lines.Length; line++)
        {
            if (lines[line].Length > 0 && ReadLine(lines[line], line + 1) is var reading && reading.AtUnixMs <= now.ToUnixTimeMilliseconds())
            {
                newest = newest is null || reading.AtUnixMs >= newest.AtUnixMs ? reading : newest;
            }
        }

        return newest is not null && newest.AtUnixMs >= (now - Oldest).ToUnixTimeMilliseconds()
            ? newest with { AtUnixMs = now.ToUnixTimeMilliseconds() }
            : throw new InputException(path, 0, "The environment's file holds no line of the last 10 minutes: see to the logger, or its clock.");
    }

    private string[] Lines()
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(path, 0, $"The environment's file cannot be read: {failure.Message}", failure);
        }
    }

    private EnvironmentReading ReadLine(string text, int number)
    {
        string[] cells = text.Split(',', StringSplitOptions.TrimEntries);
        decimal[] values = new decimal[4];
        string wrong = "";
        bool read = cells.Length == 5
            & DateTimeOffset.TryParse(cells[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at);
        for (int column = 0; read && column < values.Length; column++)
        {
            read = decimal.TryParse(cells[column + 1], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out values[column]);
        }

        return (read ? EnvironmentText.Of(values[0], values[1], values[2], values[3], at, Path.GetFileName(path), out wrong) : null)
            ?? throw new InputException(path, number, wrong.Length > 0 ? wrong : $"This line is not of the form {Header}.");
    }
}
