using System.Globalization;

namespace MesoPen.Host.Clinic.Products;

/// <summary>Dates of GS1: six digits, year, month, day.</summary>
internal static class Gs1Date
{
    /// <summary>The day; null if there is no such day. Day 00 is the last of the month.</summary>
    /// <param name="text">Six digits.</param>
    /// <param name="today">Decides the century: years 51 to 99 ahead are of the last one, 50 to 99 back of the next (GS1 General Specifications, 7.12).</param>
    public static DateOnly? Read(string text, DateOnly today)
    {
        int Two(int from) => int.Parse(text.AsSpan(from, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        int ahead = Two(0) - today.Year % 100;
        int year = today.Year + ahead + (ahead >= 51 ? -100 : ahead <= -50 ? 100 : 0);
        int month = Two(2);
        int day = Two(4);
        if (year is < 1 or > 9999 || month is < 1 or > 12)
        {
            return null;
        }

        int last = DateTime.DaysInMonth(year, month);
        return day > last ? null : new DateOnly(year, month, day == 0 ? last : day);
    }
}
