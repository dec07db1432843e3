namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>A patient was asked how he is after a session, or was not reached.</summary>
/// <param name="By">Who asked.</param>
/// <param name="FollowUpId">Id of the entry.</param>
/// <param name="SessionId">After which session.</param>
/// <param name="PatientId">Who was asked.</param>
/// <param name="Details">The contact.</param>
public sealed record FollowUpEntered(string By, string FollowUpId, string SessionId, string PatientId, FollowUpDetails Details) : ClinicEvent(By)
{
    /// <inheritdoc />
    public override string Stream => "follow-up/" + FollowUpId;
}
