namespace MesoPen.Host.Clinic.Plans;

/// <summary>A series in a list.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="PatientId">Whose it is.</param>
/// <param name="Title">Title of the plan.</param>
/// <param name="Given">Sessions given.</param>
/// <param name="Sessions">Sessions of the series.</param>
/// <param name="Next">The next session; null if nothing follows.</param>
/// <param name="Due">Whether it may be today.</param>
/// <param name="Overdue">Whether it should have been before today.</param>
public sealed record SeriesOverview(string PlanId, string PatientId, string Title, int Given, int Sessions, DueSession? Next, bool Due, bool Overdue)
{
    /// <summary>The overview of a plan.</summary>
    public static SeriesOverview Of(ClinicState state, Plan plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(plan);
        PlanSchedule schedule = PlanSchedule.Of(state, plan);
        return new SeriesOverview(
            plan.Id, plan.PatientId, plan.Title, schedule.Given.Length, plan.Newest().Course.Sessions, schedule.Next,
            schedule.Next is { } next && today >= next.NotBefore, schedule.IsOverdue(today));
    }
}
