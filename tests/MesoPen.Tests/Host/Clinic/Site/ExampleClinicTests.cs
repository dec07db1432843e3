using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Site;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Station;

namespace MesoPen.Tests;

/// <summary>The example clinic, by the rules alone.</summary>
public sealed class ExampleClinicTests
{
    private static readonly HardwareCatalogue Hardware = HardwareCatalogue.Load(HardwareCatalogue.ZonesBesideProgram, HardwareCatalogue.ProfilesBesideProgram);

    private static TreatmentIntent Intent { get; } = new("S-1", "nadia", "DEMO", "DEMO-FACE", 1, "EXAMPLE-V1", "EXAMPLE-H-1", "", 0) { LoadedNl = 2_200_000 };

    // Aim: on whatever day it begins, a session of the example plan can be opened at once: every gate stands and no limit is exceeded.
    [Theory]
    [InlineData("2024-02-29T00:00:00Z")]
    [InlineData("2026-11-28T12:00:00Z")]
    [InlineData("2031-12-31T23:59:59Z")]
    public void Example_clinic_can_treat_at_once(string at)
    {
        DateTimeOffset now = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);
        ClinicState state = Begun(now, Role.Administrator | Role.Clinician);
        StationSetup setup = ClinicSetup.Create(Hardware);
        Preparation prepared = setup.Prepare(state, Intent);
        Assert.Null(prepared.Problem);
        Assert.Empty(prepared.Input!.Plan.Check(prepared.Input.Limits));
        Actor nadia = new("nadia", Role.Administrator | Role.Clinician, "station-1", now);
        Decision opened = TreatmentRules.Open(state, prepared.Intent!, prepared.Basis, "gun", setup.Gates, setup.Reservations, nadia);
        Assert.Null(opened.Problem);
    }

    // Aim: the colleague in whose name two-person acts were done cannot sign in, has no password, and nobody but the newcomer is active.
    [Fact]
    public void Colleague_of_the_example_cannot_sign_in()
    {
        ClinicState state = Begun(DateTimeOffset.UnixEpoch.AddYears(60), Role.Administrator | Role.Clinician);
        Assert.Equal(["nadia"], state.People.All.Values.Where(person => person.Active).Select(person => person.Id));
        Assert.Null(state.People.Account(ExampleClinic.Colleague).PasswordHash);
        Assert.Equal(ExampleClinic.Colleague, state.Site.Proposals.Values.Single().Approved!.PersonId);
        Actor station = new("station-1", Role.None, "station-1", DateTimeOffset.UnixEpoch.AddYears(60));
        Assert.Equal("", SignInRules.Begin(state, new PasswordCheck(ExampleClinic.Colleague, null, true, null), "S-2", "x", station).Id);
    }

    // Aim: nothing in it can be taken for real: product, lot, heads, plan, consent and colleague are called examples, and the patient DEMO.
    [Fact]
    public void Everything_in_it_says_that_it_is_an_example()
    {
        ClinicState state = Begun(DateTimeOffset.UnixEpoch.AddYears(60), Role.Administrator | Role.Clinician);
        Assert.True(state.Site.Example);
        Assert.Equal(["DEMO"], state.Patients.All.Values.Select(patient => patient.Initials));
        IEnumerable<string> names =
        [
            .. state.Products.All.Values.Select(product => product.Name), .. state.Products.Lots.Values.Select(lot => lot.Number),
            .. state.Products.Vials.Keys, .. state.Products.Heads.Keys, .. state.Products.HeadTypes.Values.Select(type => type.Title),
            .. state.Plans.All.Values.Select(plan => plan.Title), .. state.Plans.Protocols.Values.Select(protocol => protocol.Title),
            state.People.All[ExampleClinic.Colleague].Name, state.Patients.Texts["example"][0].Title,
        ];
        Assert.All(names, name => Assert.Contains("example", name, StringComparison.OrdinalIgnoreCase));
    }

    // Aim: who begins it as an administrator alone gets the same clinic, and treats nobody in it.
    [Fact]
    public void Administrator_alone_gets_it_too()
    {
        ClinicState state = Begun(DateTimeOffset.UnixEpoch.AddYears(60), Role.Administrator);
        Assert.Single(state.Plans.All);
        Assert.Equal("not-a-clinician", CompetenceRules.Blocks(state, Intent with { DeviceFamily = "gun-5" }, DateTimeOffset.UnixEpoch.AddYears(60))!.Type.Id);
    }

    // Aim: an example clinic arms a device that says that it is simulated and no other; a real clinic does not ask; and two people cannot pass over it.
    [Fact]
    public void Example_clinic_arms_simulated_devices_alone()
    {
        DateTimeOffset now = DateTimeOffset.UnixEpoch.AddYears(60);
        ClinicState example = Opened(Begun(now, Role.Administrator | Role.Clinician), now);
        ClinicState real = Opened(ClinicState.Empty, now);
        Assert.Equal("example-clinic", ExampleClinic.Blocks(Known(example, now, simulated: false), Intent, now)!.Type.Id);
        Assert.Null(ExampleClinic.Blocks(Known(example, now, simulated: true), Intent, now));
        Assert.Null(ExampleClinic.Blocks(Known(real, now, simulated: false), Intent, now));
        Assert.DoesNotContain("example-clinic", Overrides.Possible.AsEnumerable());
        Assert.Contains(ClinicSetup.Gates.All, gate => gate.Rules.Contains(ExampleClinic.Blocks));
    }

    // Aim: a saved device that does not say that it is simulated is refused in an example clinic, when it is saved and when a session names it.
    [Fact]
    public void Example_clinic_saves_simulated_devices_alone()
    {
        DateTimeOffset now = DateTimeOffset.UnixEpoch.AddYears(60);
        Actor nadia = new("nadia", Role.Administrator, "station-1", now);
        DeviceIdentity real = new("gun-5", "SN-1", "1.0", 5, Simulated: false, null);
        ClinicState example = Begun(now, Role.Administrator | Role.Clinician);
        Assert.Equal("example-clinic", SavedDeviceRules.Save(example, new SaveDevice("/dev/ttyUSB0"), real, "D-1", nadia).Problem!.Type.Id);
        ClinicState forced = Fold(example, now, new StationDeviceSaved("x", "station-1", "D-1", "Gun", "/dev/ttyUSB0", real));
        Assert.Null(SavedDeviceRules.AddressFor(forced, "station-1", "D-1", null, out Problem? problem));
        Assert.Equal("example-clinic", problem!.Type.Id);
    }

    private static ClinicState Begun(DateTimeOffset now, Role roles)
    {
        BeginSite asked = new("", "Skin Clinic", "nadia", "Nadia Newcomer", "", RoleWords.List(roles), Example: true);
        Decision decision = SiteSetup.Begin(ClinicState.Empty, asked, "hash", ("S-9", "sha"), new Actor("station-1", Role.None, "station-1", now), Hardware);
        Assert.True(decision.Problem is null, decision.Problem?.Detail);
        return Fold(ClinicState.Empty, now, [.. decision.Events]);
    }

    private static ClinicState Opened(ClinicState state, DateTimeOffset now) => Fold(state, now, new SessionOpened("nadia", Intent, [], "station-1", "gun"));

    private static ClinicState Known(ClinicState state, DateTimeOffset now, bool simulated) =>
        Fold(state, now, new SessionDeviceKnown("station-1", Intent.SessionId, "SN-1", "1.0", "gun-5", null, simulated));

    private static ClinicState Fold(ClinicState state, DateTimeOffset now, params ClinicEvent[] events) =>
        events.Aggregate(state, (before, each) => before.Apply(new ClinicFact(before.LastSequence + 1, now, each)));
}
