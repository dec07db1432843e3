namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>The site decided when patients are asked after a session. It holds for sessions of the past too.</summary>
/// <param name="By">Who decided it.</param>
/// <param name="DaysAfter">Days after the session, ascending.</param>
/// <param name="GraceDays">Days until a contact that was due is overdue.</param>
public sealed record FollowUpScheduleSet(string By, IReadOnlyList<int> DaysAfter, int GraceDays) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "site/follow-up";
}
