using System.Collections.Immutable;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Station;

/// <summary>What the station takes from the other parts of the clinic.</summary>
/// <param name="Gates">What blocks arming.</param>
/// <param name="Reservations">What becomes a session's own.</param>
/// <param name="Prepare">What is to be done, and under which limits, from the clinic's state.</param>
public sealed record StationSetup(
    Gates Gates, ImmutableArray<Reservation> Reservations, Func<ClinicState, TreatmentIntent, Preparation> Prepare);
