using MesoPen.Host.Clinic.People;
using MesoPen.Host.Records;

namespace MesoPen.Tests;

public sealed class PeopleEndpointsTests
{
    private static readonly HttpMethod Get = HttpMethod.Get;
    private static readonly HttpMethod Post = HttpMethod.Post;
    private static readonly HttpMethod Put = HttpMethod.Put;

    // Aim: a person who is added gets a one-time password that is told once: not when the request is repeated, and in no row.
    [Fact]
    public async Task A_person_is_added_with_a_one_time_password_told_once()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient admin = await clinic.ClientAsync(Role.Administrator);
        object bob = new { person_id = "bob", name = "Bob B.", roles = new[] { "clinician", "engineer" } };
        string code = (string)(await admin.JsonAsync(Post, "/api/v1/people", bob, ("Idempotency-Key", "add-bob")))["one_time_password"]!;

        Assert.Null((await admin.JsonAsync(Post, "/api/v1/people", bob, ("Idempotency-Key", "add-bob")))["one_time_password"]);
        Assert.Equal("409 exists", await admin.KindAsync(Post, "/api/v1/people", bob));
        Assert.DoesNotContain(await clinic.Journal.ReadAsync(0, 100, default), row => row.Body.Contains(code, StringComparison.Ordinal));
        using HttpClient first = await clinic.BrowserAsync("bob", code);
        Assert.Equal("403 password-change-needed", await first.KindAsync(Get, "/api/v1/people/bob"));
    }

    // Aim: what exists is changed only upon its newest version: without one 428, upon an old one 412, and nothing changes.
    [Fact]
    public async Task Roles_change_upon_the_newest_version_only()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient admin = await clinic.ClientAsync(Role.Administrator);
        using HttpClient other = await clinic.ClientAsync(Role.Clinician);
        using HttpResponseMessage shown = await admin.GetAsync("/api/v1/people/clinician");
        string tag = shown.Headers.ETag!.Tag;
        object auditor = new { roles = new[] { "auditor" } };

        Assert.Equal("428 version-needed", await admin.KindAsync(Put, "/api/v1/people/clinician/roles", auditor));
        Assert.Equal("412 changed", await admin.KindAsync(Put, "/api/v1/people/clinician/roles", auditor, ("If-Match", "\"999\"")));
        Assert.Equal("400 bad-request", await admin.KindAsync(Put, "/api/v1/people/clinician/roles", auditor, ("If-Match", "newest")));
        Assert.Equal("404 unknown", await admin.KindAsync(Put, "/api/v1/people/nobody/roles", auditor, ("If-Match", "*")));
        Assert.Equal(Role.Clinician, (await clinic.Desk.ReadAsync()).People.All["clinician"].Roles);
        Assert.Equal("304", await admin.KindAsync(Get, "/api/v1/people/clinician", null, ("If-None-Match", tag)));
        Assert.Equal("200", await admin.KindAsync(Put, "/api/v1/people/clinician/roles", auditor, ("If-Match", tag)));
        Assert.Equal("412 changed", await admin.KindAsync(Put, "/api/v1/people/clinician/roles", auditor, ("If-Match", tag)));
    }

    // Aim: changed roles and a deactivated account count at once, for tokens too.
    [Fact]
    public async Task Tokens_follow_roles_and_accounts_at_once()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient admin = await clinic.ClientAsync(Role.Administrator);
        using HttpClient token = await clinic.ClientAsync(Role.Clinician);
        Assert.Equal("200", await token.KindAsync(Get, "/api/v1/overrides"));
        Assert.Equal("200", await admin.KindAsync(Put, "/api/v1/people/clinician/roles", new { roles = new[] { "engineer" } }, ("If-Match", "*")));
        Assert.Equal("403 not-allowed", await token.KindAsync(Get, "/api/v1/overrides"));
        Assert.Equal("200", await admin.KindAsync(Post, "/api/v1/people/clinician/deactivation", null, ("If-Match", "*")));
        Assert.Equal("401 not-signed-in", await token.KindAsync(Get, "/api/v1/site"));
        Assert.NotNull((await admin.JsonAsync(Post, "/api/v1/people/clinician/reactivation", null, ("If-Match", "*")))["one_time_password"]);
    }

    // Aim: a site is never left without an administrator, by no way.
    [Fact]
    public async Task The_last_administrator_stays()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient admin = await clinic.ClientAsync(Role.Administrator);
        Assert.Equal("409 last-administrator", await admin.KindAsync(Post, "/api/v1/people/administrator/deactivation", null, ("If-Match", "*")));
        Assert.Equal(
            "409 last-administrator", await admin.KindAsync(Put, "/api/v1/people/administrator/roles", new { roles = new[] { "auditor" } }, ("If-Match", "*")));
        using HttpClient second = await clinic.ClientAsync(Role.Administrator, "second");
        Assert.Equal("200", await second.KindAsync(Post, "/api/v1/people/administrator/deactivation", null, ("If-Match", "*")));
        Assert.Equal("409 last-administrator", await second.KindAsync(Post, "/api/v1/people/second/deactivation", null, ("If-Match", "*")));
    }

    // Aim: each value that is not what it must be is refused with its name.
    [Theory]
    [InlineData("B", "Bob", "clinician", "person_id")]
    [InlineData("bob/../ada", "Bob", "clinician", "person_id")]
    [InlineData("bob", "  ", "clinician", "name")]
    [InlineData("bob", "Bob", "none", "roles")]
    public async Task A_person_that_cannot_be_is_refused(string id, string name, string role, string names)
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient admin = await clinic.ClientAsync(Role.Administrator);
        using HttpResponseMessage answer = await admin.AskAsync(Post, "/api/v1/people", new { person_id = id, name, roles = new[] { role } });

        Assert.Equal("422 invalid", await answer.KindAsync());
        Assert.Contains(names, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // Aim: a token is issued in one's own name with at most one's own roles, told once, listed without its secret, expires, and is revoked.
    [Fact]
    public async Task Tokens_are_issued_listed_expire_and_are_revoked()
    {
        ClinicClock clock = new();
        await using ServedClinic clinic = await ServedClinic.StartAsync(clock: clock);
        using HttpClient signer = await clinic.SignerAsync(Role.Clinician | Role.Auditor, "carla");
        using HttpClient stranger = await clinic.ClientAsync(Role.Engineer);
        Assert.Equal("403 role-not-held", await signer.KindAsync(Post, "/api/v1/tokens", new { name = "x", roles = new[] { "administrator" }, days = 1 }));
        string[] secrets = new string[2];
        string[] ids = new string[2];
        for (int each = 0; each < 2; each++)
        {
            System.Text.Json.Nodes.JsonNode issued = await signer.JsonAsync(
                Post, "/api/v1/tokens", new { name = "export", roles = new[] { "auditor" }, days = 1 }, ("Idempotency-Key", $"token-{each}"));
            (secrets[each], ids[each]) = ((string)issued["token"]!, (string)issued["token_id"]!);
        }

        (string, string) bearer = ("Authorization", "Bearer " + secrets[0]);
        using HttpClient program = clinic.Anonymous();
        Assert.Equal("200", await program.KindAsync(Get, "/api/v1/overrides", null, bearer));
        Assert.Equal("403 not-allowed", await program.KindAsync(Post, "/api/v1/overrides", new { }, bearer));
        string list = (await signer.JsonAsync(Get, "/api/v1/tokens")).ToJsonString();
        Assert.Contains(ids[0], list, StringComparison.Ordinal);
        Assert.DoesNotContain(secrets[0], list, StringComparison.Ordinal);
        Assert.DoesNotContain(await clinic.Journal.ReadAsync(0, 100, default), row => row.Body.Contains(secrets[0], StringComparison.Ordinal));
        Assert.DoesNotContain(ids[0], (await stranger.JsonAsync(Get, "/api/v1/tokens")).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("404 unknown", await stranger.KindAsync(HttpMethod.Delete, "/api/v1/tokens/" + ids[0]));
        Assert.Equal("200", await signer.KindAsync(HttpMethod.Delete, "/api/v1/tokens/" + ids[0]));
        Assert.Equal("401 not-signed-in", await program.KindAsync(Get, "/api/v1/overrides", null, bearer));
        Assert.Equal("200", await program.KindAsync(Get, "/api/v1/overrides", null, ("Authorization", "Bearer " + secrets[1])));
        clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal("401 not-signed-in", await program.KindAsync(Get, "/api/v1/overrides", null, ("Authorization", "Bearer " + secrets[1])));
    }

    // Aim: lists come in parts that together are the whole, once each, in order; a limit or cursor that cannot be is refused.
    [Fact]
    public async Task Lists_come_in_parts()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        foreach (int each in Enumerable.Range(0, 7))
        {
            using HttpClient added = await clinic.ClientAsync(Role.Auditor, $"person-{each}");
        }

        using HttpClient client = await clinic.ClientAsync(Role.Auditor, "person-0");
        List<string> seen = [];
        string? next = "";
        for (int parts = 0; next is not null && parts < 10; parts++)
        {
            System.Text.Json.Nodes.JsonNode part = await client.JsonAsync(Get, $"/api/v1/people?limit=3{(next.Length > 0 ? "&after=" + next : "")}");
            seen.AddRange(part["items"]!.AsArray().Select(person => (string)person!["person_id"]!));
            next = (string?)part["next"];
        }

        Assert.Equal(Enumerable.Range(0, 7).Select(each => $"person-{each}"), seen);
        Assert.Equal("422 invalid", await client.KindAsync(Get, "/api/v1/people?limit=0"));
        Assert.Equal("422 invalid", await client.KindAsync(Get, "/api/v1/people?limit=501"));
        Assert.Equal("422 invalid", await client.KindAsync(Get, "/api/v1/people?limit=1e9"));
    }
}
