using System.Collections.Immutable;
using MesoPen.Host.Api;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>The clinic's own gates, reservations and preparation.</summary>
internal static class ClinicSetup
{
    /// <summary>All of it.</summary>
    public static StationSetup Create(ApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new StationSetup(Gates, [], (_, _) => Missing());
    }

    /// <summary>Which rules stand behind which prerequisite.</summary>
    public static Gates Gates { get; } = new(
    [
        new Gate(Readiness.FreshNeedle, [Absent]),
        new Gate(Readiness.Screening, [Absent]),
        new Gate(Readiness.Consent, [Absent]),
        new Gate(Readiness.Patient, [PatientTurn.Blocks]),
        new Gate(Readiness.Competence, [CompetenceRules.Blocks]),
        new Gate(Readiness.Plan, [Absent]),
        new Gate(Readiness.Product, [Absent]),
        new Gate(Readiness.Vial, [Absent]),
        new Gate(Readiness.Records, []),
    ]);

    private static Problem? Absent(ClinicState state, TreatmentIntent intent, DateTimeOffset now) => Missing();

    private static Problem Missing() => TreatmentProblems.NotReady.With("The rules for it are not there.");
}
