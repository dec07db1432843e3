using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.Patients.Screening;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Clinic.Site;

/// <summary>
/// A clinic to try: a colleague, a product, heads, a patient with screening, plan and consent, so that the first treatment can begin at once. Every rule
/// of a real clinic is kept; what two people must do is done in the name of a colleague who does not exist. So it never treats anybody: the site is
/// marked as an example for ever, and only a device that says that it is simulated is armed (<see cref="Blocks"/>).
/// </summary>
public static class ExampleClinic
{
    /// <summary>Sign-in name of the colleague: an account without a password, which nobody can use.</summary>
    public const string Colleague = "example-colleague";

    private const Role ColleagueRoles = Role.Clinician | Role.Engineer | Role.Administrator;

    /// <summary>Fills a clinic that has just begun.</summary>
    /// <param name="state">The clinic, with its first person and nothing else.</param>
    /// <param name="newcomer">The first person, who gave the password with this very request.</param>
    /// <param name="hardware">What the plan is held against.</param>
    public static Decision Fill(ClinicState state, Actor newcomer, HardwareCatalogue hardware)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(newcomer);
        if (newcomer.PersonId == Colleague)
        {
            return ClinicProblems.Invalid.With($"person_id {Colleague} belongs to the example: choose another one.");
        }

        Actor colleague = newcomer with { PersonId = Colleague, Roles = ColleagueRoles };

        // Who only administers treats nobody: then the colleague is the one who explained and screened.
        Actor clinician = newcomer.Roles.HasFlag(Role.Clinician) ? newcomer : colleague;
        Composition example = new(state, newcomer.Now);
        example.Take(_ => Decision.Accept("site", new SiteMarkedExample(newcomer.PersonId)));
        example.Take(_ => Decision.Accept(Colleague, new PersonAdded(newcomer.PersonId, Colleague, ExampleContents.ColleagueName, ColleagueRoles)));
        string policy = example.Take(now => SiteRules.Propose(
            now, new ProposePolicy(ExampleContents.Policy, 0, "Example: first policy"), "L-example", newcomer));
        example.Take(now => SiteRules.Approve(now, policy, colleague));
        if (clinician == newcomer)
        {
            example.Take(now => CompetenceRules.SignOff(
                now, newcomer.PersonId, new SignOffCompetence(ExampleContents.Family, newcomer.Today.AddYears(1)), colleague));
        }

        Stock(example, newcomer, clinician);
        AddPatient(example, clinician, hardware);

        // At the very end: nobody signs in the name of who left.
        example.Take(now => AccountRules.Deactivate(now, Colleague, newcomer));
        return example.Whole(newcomer.PersonId);
    }

    /// <summary>Gate: an example clinic treats on a device that says that it is simulated, and on no other.</summary>
    public static Problem? Blocks(ClinicState state, TreatmentIntent intent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);

        // While the device is not known yet, nothing is armed anyway: the station makes it known before it asks the gates.
        return state.Site.Example && state.Treatments.All.GetValueOrDefault(intent.SessionId)?.DeviceKnown is { Simulated: false } device
            ? SetupProblems.ExampleClinic.With($"This clinic is an example, and the device {device.Serial} does not say that it is simulated.")
            : null;
    }

    private static void Stock(Composition example, Actor newcomer, Actor clinician)
    {
        DateOnly expires = newcomer.Today.AddYears(2);
        example.Take(now => ProductRules.Register(now, ExampleContents.Product, newcomer));
        example.Take(now => LotRules.Receive(
            now, new ReceiveLot(ExampleContents.Lot, ExampleContents.Product.ProductId, Lot: ExampleContents.Lot, Expires: expires), newcomer));
        foreach (string vial in ExampleContents.Vials)
        {
            example.Take(now => VialRules.Receive(now, new ReceiveVial(vial, ExampleContents.Lot, ExampleContents.VialNl), newcomer));
        }

        example.Take(now => VialRules.Open(now, ExampleContents.Vials[0], clinician));
        example.Take(now => HeadTypeRules.Register(now, ExampleContents.HeadType, newcomer));
        for (int number = 1; number <= ExampleContents.Heads; number++)
        {
            int running = number;
            example.Take(now => HeadRules.Receive(
                now, new ReceiveHead(ExampleContents.HeadType.HeadTypeId, Lot: ExampleContents.HeadLot, SterileUntil: expires, RunningNumber: running),
                newcomer));
        }
    }

    private static void AddPatient(Composition example, Actor clinician, HardwareCatalogue hardware)
    {
        example.Take(now => PatientRules.Register(now, ExampleContents.Patient(clinician.Today), clinician));
        example.Take(now => ScreeningRules.Take(
            now, ExampleContents.PatientId,
            new TakeScreening(ScreeningCatalogue.Version, [.. ScreeningCatalogue.All.Select(question => new ScreeningAnswer(question.Id, false))]), clinician,
            hardware));
        example.Take(now => PlanRules.MakeProtocol(
            now, new MakeProtocol(ExampleContents.ProtocolId, ExampleContents.PlanTitle, ExampleContents.FullFace), clinician, hardware));
        string plan = example.Take(now => PlanRules.Make(
            now, new MakePlan(ExampleContents.PlanId, ExampleContents.PatientId, ExampleContents.PlanTitle, ExampleContents.ProtocolId, clinician.Today),
            clinician, hardware));
        example.Take(now => ConsentRules.Publish(now, ExampleContents.ConsentText, clinician));
        string consent = example.Take(now => ConsentRules.DrawUp(
            now, ExampleContents.PatientId, new DrawUpConsent(plan, ExampleContents.ConsentText.TextId), clinician));
        string HashOf(ClinicState now) => now.Patients.ConsentOf(ExampleContents.PatientId, plan)!.Sha256;
        example.Take(now => ConsentRules.SignByPatient(
            now, ExampleContents.PatientId, consent, new SignByPatient(HashOf(now), ExampleContents.Drawing), clinician));
        example.Take(now => ConsentRules.SignByClinician(now, ExampleContents.PatientId, consent, new SignByClinician(HashOf(now)), clinician));
    }
}
