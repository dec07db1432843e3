using System.Text.Json.Nodes;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Tests;

/// <summary>What people stand for when a session is to begin: competence, and blocks that two of them pass over.</summary>
public sealed class GatesOfPeopleTests
{
    private static readonly HttpMethod Post = HttpMethod.Post;
    private static readonly TreatmentIntent Intent = new("S-1", "ada", "P-1", "L-1", 2, "V-1", "H-1", "gun-5", 1);

    // Aim: only an active clinician whom another person signed off for this family, until today or later, may use it.
    [Fact]
    public async Task Competence_is_signed_off_by_another_person_for_a_family_until_a_day()
    {
        ClinicClock clock = new();
        await using ServedClinic clinic = await ServedClinic.StartAsync(clock: clock);
        using HttpClient clinician = await clinic.SignerAsync(Role.Clinician, "ada");
        using HttpClient second = await clinic.SignerAsync(Role.Engineer, "eve");
        using HttpClient unsigned = await clinic.ClientAsync(Role.Engineer, "eve");
        object asked = new { device_family = "gun-5", until = "2031-05-08" };
        Assert.Equal("not-signed-off", await BlockAsync(clinic, clock));
        Assert.Equal("403 second-person-needed", await clinician.KindAsync(Post, "/api/v1/people/ada/competence", asked));
        Assert.Equal("403 fresh-sign-in-needed", await unsigned.KindAsync(Post, "/api/v1/people/ada/competence", asked));
        Assert.Equal("409 not-a-clinician", await clinician.KindAsync(Post, "/api/v1/people/eve/competence", asked));
        Assert.Equal("422 invalid", await second.KindAsync(Post, "/api/v1/people/ada/competence", new { device_family = "gun-5", until = "2031-05-05" }));
        Assert.Equal("200", await second.KindAsync(Post, "/api/v1/people/ada/competence", asked));

        Assert.Null(await BlockAsync(clinic, clock));
        Assert.Equal("not-signed-off", await BlockAsync(clinic, clock, Intent with { DeviceFamily = "gun-9" }));
        Assert.Equal("not-a-clinician", await BlockAsync(clinic, clock, Intent with { ClinicianId = "eve" }));
        Assert.Equal("not-a-clinician", await BlockAsync(clinic, clock, Intent with { ClinicianId = "nobody" }));
        clock.Pass(TimeSpan.FromDays(2));
        Assert.Null(await BlockAsync(clinic, clock));
        clock.Pass(TimeSpan.FromHours(15));
        Assert.Equal("competence-expired", await BlockAsync(clinic, clock));
    }

    // Aim: a withdrawn sign-off and a deactivated clinician block at once.
    [Fact]
    public async Task Withdrawn_competence_and_left_clinicians_block()
    {
        ClinicClock clock = new();
        await using ServedClinic clinic = await ServedClinic.StartAsync(clock: clock);
        using HttpClient clinician = await clinic.ClientAsync(Role.Clinician, "ada");
        using HttpClient second = await clinic.SignerAsync(Role.Clinician, "eve");
        object asked = new { device_family = "gun-5", until = "2031-06-08" };
        await second.JsonAsync(Post, "/api/v1/people/ada/competence", asked);
        await second.JsonAsync(Post, "/api/v1/people/ada/competence-withdrawal", new { device_family = "gun-5", reason = "a year without practice" });
        Assert.Equal("not-signed-off", await BlockAsync(clinic, clock));
        await second.JsonAsync(Post, "/api/v1/people/ada/competence", asked);
        Assert.Null(await BlockAsync(clinic, clock));
        await clinic.DoAsync((_, who) => Decision.Accept("ada", new PersonDeactivated(who.PersonId, "ada")));
        Assert.Equal("not-a-clinician", await BlockAsync(clinic, clock));
    }

    // Aim: an override covers the one block of the one plan version that two different people signed, until its time; nothing else.
    [Fact]
    public async Task An_override_covers_what_two_people_signed_and_nothing_else()
    {
        ClinicClock clock = new();
        await using ServedClinic clinic = await ServedClinic.StartAsync(clock: clock);
        using HttpClient ada = await clinic.SignerAsync(Role.Clinician, "ada");
        using HttpClient eve = await clinic.SignerAsync(Role.Clinician, "eve");
        await ada.JsonAsync(Post, "/api/v1/patients", new { patient_id = "P-1", initials = "AB", birth_year = 1980, sex = "female", skin_type = 3 });
        JsonNode made = await ada.JsonAsync(Post, "/api/v1/overrides", Asked("plan-not-due"));
        string address = "/api/v1/overrides/" + (string)made["id"]!;
        Assert.False(await CoversAsync(clinic, clock));
        Assert.Equal("403 second-person-needed", await ada.KindAsync(Post, address + "/agreement"));
        Assert.Equal("200", await eve.KindAsync(Post, address + "/agreement"));

        Assert.True(await CoversAsync(clinic, clock));
        Assert.False(await CoversAsync(clinic, clock, problem: "combination-interval"));
        Assert.False(await CoversAsync(clinic, clock, Intent with { PlanVersion = 3 }));
        Assert.False(await CoversAsync(clinic, clock, Intent with { PatientId = "P-2" }));
        Assert.False(await CoversAsync(clinic, clock, Intent with { PlanId = "L-2" }));
        clock.Pass(TimeSpan.FromHours(4));
        Assert.False(await CoversAsync(clinic, clock));
    }

    // Aim: a withdrawn override covers nothing; one past its time is signed by nobody.
    [Fact]
    public async Task Withdrawn_and_late_overrides_cover_nothing()
    {
        ClinicClock clock = new();
        await using ServedClinic clinic = await ServedClinic.StartAsync(clock: clock);
        using HttpClient ada = await clinic.SignerAsync(Role.Clinician, "ada");
        using HttpClient eve = await clinic.SignerAsync(Role.Administrator, "eve");
        await ada.JsonAsync(Post, "/api/v1/patients", new { patient_id = "P-1", initials = "AB", birth_year = 1980, sex = "female", skin_type = 3 });
        string first = (string)(await ada.JsonAsync(Post, "/api/v1/overrides", Asked("plan-not-due")))["id"]!;
        string second = (string)(await ada.JsonAsync(Post, "/api/v1/overrides", Asked("plan-not-due")))["id"]!;
        await eve.JsonAsync(Post, $"/api/v1/overrides/{first}/agreement");
        await ada.JsonAsync(Post, $"/api/v1/overrides/{first}/withdrawal");
        Assert.False(await CoversAsync(clinic, clock));
        clock.Pass(TimeSpan.FromHours(4));
        Assert.Equal("409 not-now", await eve.KindAsync(Post, $"/api/v1/overrides/{second}/agreement"));
    }

    // Aim: what protects the patient is passed over by nobody, and what is no block is told from it.
    [Theory]
    [InlineData("not-signed-off", "422 never-overridden")]
    [InlineData("competence-expired", "422 never-overridden")]
    [InlineData("unknown", "422 never-overridden")]
    [InlineData("no-such-problem", "422 invalid")]
    public async Task What_protects_is_never_passed_over(string problem, string expected)
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient ada = await clinic.SignerAsync(Role.Clinician, "ada");
        await ada.JsonAsync(Post, "/api/v1/patients", new { patient_id = "P-1", initials = "AB", birth_year = 1980, sex = "female", skin_type = 3 });
        Assert.Equal(expected, await ada.KindAsync(Post, "/api/v1/overrides", Asked(problem)));
    }

    // Aim: even a journal in which the same person signed twice, or a block that may never be, covers nothing.
    [Fact]
    public void Covers_trusts_no_row()
    {
        DateTimeOffset now = new(2031, 5, 6, 9, 0, 0, TimeSpan.Zero);
        Signature signature = new("ada", "Ada", now, "agreed", new string('0', 64));
        foreach ((string problem, string second) in new[] { ("plan-not-due", "ada"), ("consent-void", "eve") })
        {
            OverrideSubject subject = new(problem, Intent.PatientId, Intent.PlanId, Intent.PlanVersion, now.AddHours(1));
            ClinicState state = ClinicState.Empty
                .Apply(new ClinicFact(1, now, new OverrideProposed("ada", "O-1", subject, "r", signature)))
                .Apply(new ClinicFact(2, now, new OverrideSigned(second, "O-1", signature with { PersonId = second })));
            Assert.False(Overrides.Covers(state, Intent, problem, now));
        }
    }

    private static object Asked(string problem) => new { problem, patient_id = "P-1", plan_id = "L-1", plan_version = 2, hours = 4, reason = "leaves the country" };

    private static async Task<string?> BlockAsync(ServedClinic clinic, ClinicClock clock, TreatmentIntent? intent = null) =>
        CompetenceRules.Blocks(await clinic.Desk.ReadAsync(), intent ?? Intent, clock.GetUtcNow())?.Type.Id;

    private static async Task<bool> CoversAsync(ServedClinic clinic, ClinicClock clock, TreatmentIntent? intent = null, string problem = "plan-not-due") =>
        Overrides.Covers(await clinic.Desk.ReadAsync(), intent ?? Intent, problem, clock.GetUtcNow());
}
