namespace MesoPen.Host.Clinic.Treatments;

/// <summary>
/// A rule by which something becomes a session's own as it opens, or gives back or counts what it had as it ends: a vial's volume, a needle head.
/// </summary>
/// <param name="Take">At the opening.</param>
/// <param name="Change">When the session goes on with another needle head, which the intent names; with the punctures of the one before.</param>
/// <param name="Settle">At the end, with what was spent and the punctures of the last head.</param>
public sealed record Reservation(
    Func<ClinicState, TreatmentIntent, Actor, Decision> Take,
    Func<ClinicState, TreatmentIntent, int, Actor, Decision>? Change,
    Func<ClinicState, TreatmentIntent, SessionEnded, Actor, Decision> Settle);
