using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.Patients.Screening;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Clinic.Site;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>The clinic's own gates, reservations and preparation.</summary>
internal static class ClinicSetup
{
    /// <summary>Which rules stand behind which prerequisite.</summary>
    public static Gates Gates { get; } = new(
    [
        new Gate(Readiness.FreshNeedle, [HeadRules.Blocks]),
        new Gate(Readiness.Screening, [ScreeningRules.Blocks]),
        new Gate(Readiness.Consent, [ConsentRules.Blocks]),
        new Gate(Readiness.Patient, [ExampleClinic.Blocks, PatientTurn.Blocks]),
        new Gate(Readiness.Competence, [CompetenceRules.Blocks]),
        new Gate(Readiness.Plan, PlanRules.Gate),
        new Gate(Readiness.Product, [ProductRules.Blocks]),
        new Gate(Readiness.Vial, [VialRules.Blocks]),
        new Gate(Readiness.Records, [ClockSense.Blocks]),
        new Gate(Readiness.Calibration, [CalibrationGate.Blocks]),
    ]);

    /// <summary>All of it.</summary>
    public static StationSetup Create(HardwareCatalogue hardware)
    {
        ArgumentNullException.ThrowIfNull(hardware);
        return new StationSetup(Gates, [ClinicReservations.Vial, ClinicReservations.Head], (state, intent) => ClinicPreparation.Of(state, intent, hardware));
    }
}
