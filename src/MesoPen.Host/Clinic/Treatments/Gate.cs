using System.Collections.Immutable;
using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>What has to be as the clinic's records say before one prerequisite of the kernel is confirmed.</summary>
/// <param name="Item">The prerequisite.</param>
/// <param name="Rules">Each gives why it does not stand, or null; the first that does counts.</param>
public sealed record Gate(Readiness Item, ImmutableArray<Func<ClinicState, TreatmentIntent, DateTimeOffset, Problem?>> Rules);
