namespace MesoPen.Host.Clinic.Treatments;

/// <summary>One patient is in one session at a time, wherever the stations are.</summary>
public static class PatientTurn
{
    /// <summary>Why the patient may not be treated in this session; null if nothing speaks against it.</summary>
    public static Problem? Blocks(ClinicState state, TreatmentIntent intent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);
        return !state.Patients.All.ContainsKey(intent.PatientId) ? TreatmentProblems.PatientUnknown.With("The session's patient_id is of nobody who is registered.")
            : state.Treatments.Open.FirstOrDefault(each => each.Intent.PatientId == intent.PatientId && each.Intent.SessionId != intent.SessionId) is { } other
                ? TreatmentProblems.PatientElsewhere.With($"Session {other.Intent.SessionId} at station {other.Station} has not ended.")
            : null;
    }
}
