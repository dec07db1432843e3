namespace MesoPen.Host.Clinic.Plans;

/// <summary>What the course of a series may be.</summary>
/// <remarks>
/// Usual, by general articles on mesotherapy and by trials: sessions 2 to 4 weeks apart (every 2 weeks: pubmed.ncbi.nlm.nih.gov/27401775; every 4 weeks:
/// CPM-HA20G, dovepress.com), 3 to 6 of them. Anything else needs a source of its own.
/// </remarks>
public static class CourseRules
{
    /// <summary>Least days between sessions of a usual series.</summary>
    public const int UsualMinDays = 14;

    /// <summary>Most days between sessions of a usual series.</summary>
    public const int UsualMaxDays = 28;

    /// <summary>Least sessions of a usual series.</summary>
    public const int UsualMinSessions = 3;

    /// <summary>Most sessions of a usual series.</summary>
    public const int UsualMaxSessions = 6;

    // No series runs longer or oftener than this; a number beyond is a slip of the pen.
    private const int SessionsMax = 50;
    private const int DaysMax = 730;

    /// <summary>Why a course is refused; null if it is not.</summary>
    public static Problem? Check(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        (Interval interval, Interval? maintenance) = (course.Interval, course.Maintenance);
        return course.Sessions is < 1 or > SessionsMax ? ClinicProblems.Invalid.With($"course.sessions takes 1 to {SessionsMax}.")
            : !IsRange(interval)
                ? ClinicProblems.Invalid.With($"course.interval takes min_days and max_days from 1 to {DaysMax}, the least first.")
            : maintenance is not null && !IsRange(maintenance)
                ? ClinicProblems.Invalid.With($"course.maintenance takes min_days and max_days from 1 to {DaysMax}, the least first.")
            : maintenance is not null && maintenance.MinDays <= interval.MinDays
                ? ClinicProblems.Invalid.With(
                    "course.maintenance.min_days must be longer than course.interval.min_days: maintenance comes at longer intervals.")
            : course.Source is { } source && !Words.IsLine(source)
                ? ClinicProblems.Invalid.With($"course.source takes one line of 1 to {Words.LineMax} characters.")
            : course.Source is null && !IsUsual(course)
                ? PlanProblems.CourseUnsourced.With(
                    $"{course.Sessions} sessions {interval.MinDays} to {interval.MaxDays} days apart: usual are {UsualMinSessions} to {UsualMaxSessions}, "
                    + $"{UsualMinDays} to {UsualMaxDays} days apart. Say in course.source where these come from.")
            : null;
    }

    private static bool IsRange(Interval interval) => interval.MinDays >= 1 && interval.MinDays <= interval.MaxDays && interval.MaxDays <= DaysMax;

    private static bool IsUsual(Course course) =>
        course.Sessions is >= UsualMinSessions and <= UsualMaxSessions && course.Interval is { MinDays: >= UsualMinDays, MaxDays: <= UsualMaxDays };
}
