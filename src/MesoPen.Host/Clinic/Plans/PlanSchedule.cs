using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>Where a series stands: what was given, what is due when.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="PatientId">Whose it is.</param>
/// <param name="Given">Days of the sessions that were given.</param>
/// <param name="Due">Sessions to come, the next one first: the rest of the series, then the first of maintenance. Empty if nothing follows.</param>
public sealed record PlanSchedule(string PlanId, string PatientId, ImmutableArray<DateOnly> Given, ImmutableArray<DueSession> Due)
{
    /// <summary>The next session; null if nothing follows.</summary>
    public DueSession? Next => Due.Length == 0 ? null : Due[0];

    /// <summary>Whether the next session should have been before this day.</summary>
    public bool IsOverdue(DateOnly today) => Next is { } next && today > next.NotAfter;

    /// <summary>The schedule of a plan, by its newest version.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="plan">The plan.</param>
    public static PlanSchedule Of(ClinicState state, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(plan);
        return Of(plan, state.Treatments.DaysOf(plan.Id));
    }

    /// <summary>The schedule of a plan, by its newest version.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="days">Days on which it was carried out.</param>
    public static PlanSchedule Of(Plan plan, IEnumerable<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ImmutableArray<DateOnly> given = [.. days.Distinct().Order()];
        return new PlanSchedule(plan.Id, plan.PatientId, given, plan.Ended is null ? [.. Coming(plan, given)] : []);
    }

    private static IEnumerable<DueSession> Coming(Plan plan, ImmutableArray<DateOnly> given)
    {
        Course course = plan.Newest().Course;
        (DateOnly earliest, DateOnly latest) = given.Length == 0
            ? (plan.StartsOn, plan.StartsOn.AddDays(course.Interval.MaxDays - course.Interval.MinDays))
            : After(given[^1], given[^1], Between(course, given.Length + 1));
        for (int number = given.Length + 1; number <= course.Sessions; number++)
        {
            yield return new DueSession(number, false, earliest, latest);
            (earliest, latest) = After(earliest, latest, Between(course, number + 1));
        }

        if (course.Maintenance is not null)
        {
            int number = Math.Max(given.Length, course.Sessions) + 1;
            yield return new DueSession(number, true, earliest, latest);
        }
    }

    /// <summary>Days from the session before to this one.</summary>
    private static Interval Between(Course course, int number) => number <= course.Sessions ? course.Interval : course.Maintenance ?? course.Interval;

    private static (DateOnly Earliest, DateOnly Latest) After(DateOnly earliest, DateOnly latest, Interval interval) =>
        (earliest.AddDays(interval.MinDays), latest.AddDays(interval.MaxDays));
}
