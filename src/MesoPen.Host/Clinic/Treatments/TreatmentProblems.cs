namespace MesoPen.Host.Clinic.Treatments;

/// <summary>Problem types of treating.</summary>
public static class TreatmentProblems
{
    /// <summary>The patient is not known.</summary>
    public static ProblemType PatientUnknown { get; } = new(
        "patient-unknown", 409, "The patient is not known", "The session names a patient who is not registered.", "Register the patient, or correct the id.");

    /// <summary>The patient is in another open session.</summary>
    public static ProblemType PatientElsewhere { get; } = new(
        "patient-under-treatment", 409, "The patient is in another open session", "Two sessions at a time would each count without the other.",
        "End the session that the detail names first.");

    /// <summary>The station has an open session.</summary>
    public static ProblemType StationBusy { get; } = new(
        "station-busy", 409, "The station has an open session", "A station treats one patient at a time.", "End the session that the detail names first.");

    /// <summary>The head is in another open session.</summary>
    public static ProblemType HeadElsewhere { get; } = new(
        "head-in-use", 409, "The needle head is in another session", "A needle head is for one session and one patient.", "Take a new needle head.");

    /// <summary>No treatment runs here.</summary>
    public static ProblemType NoSession { get; } = new(
        "no-session", 409, "No session is open at this station", "What was asked for needs an open session.", "Open a session with POST /sessions.");

    /// <summary>The kernel refuses.</summary>
    public static ProblemType NotReady { get; } = new(
        "not-ready", 409, "The device or the session is not ready for it", "Something that only the station and its device can see is missing.",
        "The detail names what is needed first.");

    /// <summary>Another console has the control.</summary>
    public static ProblemType ControlledElsewhere { get; } = new(
        "controlled-elsewhere", 409, "Another console has the control", "One console at a time asks the station for what moves something; the others watch.",
        "Ask the person whom the detail names to give it up, or take it over with a reason: POST /api/v1/station/control. Stop and pause need no control.");

    /// <summary>The site's records cannot be reached.</summary>
    public static ProblemType RecordsAway { get; } = new(
        "records-out-of-reach", 503, "The site's records cannot be reached", "The database that the stations share does not answer.",
        "A zone that is armed goes on to its end. Bring the database back; nothing is armed before.");

    /// <summary>The clock is behind the records.</summary>
    public static ProblemType ClockBehind { get; } = new(
        "clock-behind", 409, "The station's clock is behind the records", "The clock was set back, or that of another station was set forward.",
        "Set the clocks of all stations by the network; mesopen doctor looks at this one's.");

    /// <summary>The station has no device.</summary>
    public static ProblemType NoDevice { get; } = new(
        "no-device", 409, "The station has no device", "No device was saved at this station, or several were and the request names none.",
        "Test and save one (the console's page Devices, or POST /api/v1/station-devices), set Station:Device, or name one of the saved in device.");

    /// <summary>The session's basis cannot be had any more.</summary>
    public static ProblemType BasisChanged { get; } = new(
        "basis-changed", 409, "Zones, profile or limits were changed since the session began",
        "A session ends under the limits that it began under.", "Put the files back as they were, or end the session and open a new one.");

    /// <summary>Nothing was said to the patient.</summary>
    public static ProblemType AftercareMissing { get; } = new(
        "aftercare-missing", 409, "Aftercare was not recorded", "Something was delivered, and nothing says what the patient was told.",
        "State aftercare: what the patient was told, or which leaflet was handed over.");

    /// <summary>The session ended.</summary>
    public static ProblemType Over { get; } = new(
        "session-over", 409, "The session has ended", "What was asked for is only possible while the session is open.", "Use an adverse event or an outcome.");
}
