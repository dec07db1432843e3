using System.Text.Json.Nodes;
using MesoPen.Host.Clinic.Site;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Kernel;

namespace MesoPen.Tests;

public sealed class SiteEndpointsTests
{
    private static readonly HttpMethod Post = HttpMethod.Post;

    // Aim: a limit of the site holds once a second person signed what the first one signed; until then nothing of it holds.
    [Fact]
    public async Task A_policy_holds_once_two_people_signed_it()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient one = await clinic.SignerAsync(Role.Administrator, "one");
        using HttpClient two = await clinic.SignerAsync(Role.Clinician, "two");
        using HttpClient unsigned = await clinic.ClientAsync(Role.Clinician, "two");
        Assert.Equal("403 fresh-sign-in-needed", await unsigned.KindAsync(Post, "/api/v1/site/proposals", Proposal(0, 900)));
        JsonNode proposed = await one.JsonAsync(Post, "/api/v1/site/proposals", Proposal(0, 900));
        string address = "/api/v1/site/proposals/" + (string)proposed["proposal_id"]!;

        Assert.Equal("tissue-depth-max forehead", (string?)proposed["difference"]![2]!["what"]);
        Assert.Equal("0.9 mm (site rule 4)", (string?)proposed["difference"]![2]!["to"]);
        Assert.Empty((await clinic.Desk.ReadAsync()).Site.Limits);
        Assert.Equal("403 second-person-needed", await one.KindAsync(Post, address + "/approval"));
        Assert.Equal("403 fresh-sign-in-needed", await unsigned.KindAsync(Post, address + "/approval"));
        Assert.Equal("200", await two.KindAsync(Post, address + "/approval"));
        Assert.Equal("409 not-now", await two.KindAsync(Post, address + "/approval"));

        SiteState site = (await clinic.Desk.ReadAsync()).Site;
        Assert.Equal(new Limit(LimitKind.TissueDepthMax, "forehead", 900, LimitSource.SitePolicy, "site rule 4", "1"), Assert.Single(site.Limits));
        Assert.True(site.ForbidsMultiNeedleHeads);
        Assert.Equal(14, site.CombinationDays["peel"]);
        PolicyProposal kept = site.Proposals.Values.Single();
        Assert.Equal((PolicyProposal.Hash(kept.Policy, 0), "two"), (kept.Approved!.Sha256, kept.Approved.PersonId));
        Assert.Equal(kept.Proposed.Sha256, kept.Approved.Sha256);
    }

    // Aim: what was proposed from a version that no longer holds cannot be approved: its difference is not what people looked at.
    [Fact]
    public async Task A_stale_proposal_is_not_approved()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient one = await clinic.SignerAsync(Role.Administrator, "one");
        using HttpClient two = await clinic.SignerAsync(Role.Administrator, "two");
        string first = (string)(await one.JsonAsync(Post, "/api/v1/site/proposals", Proposal(0, 900)))["proposal_id"]!;
        string second = (string)(await one.JsonAsync(Post, "/api/v1/site/proposals", Proposal(0, 1500)))["proposal_id"]!;
        string third = (string)(await one.JsonAsync(Post, "/api/v1/site/proposals", Proposal(0, 1600)))["proposal_id"]!;
        Assert.Equal("200", await two.KindAsync(Post, $"/api/v1/site/proposals/{first}/approval"));
        Assert.Equal("409 not-now", await two.KindAsync(Post, $"/api/v1/site/proposals/{second}/approval"));
        Assert.Equal("200", await two.KindAsync(Post, $"/api/v1/site/proposals/{third}/withdrawal"));
        Assert.Equal("412 changed", await one.KindAsync(Post, "/api/v1/site/proposals", Proposal(0, 800)));
        Assert.Equal("422 invalid", await one.KindAsync(Post, "/api/v1/site/proposals", Proposal(1, 900)));
        Assert.Equal(900, (await clinic.Desk.ReadAsync()).Site.Limits.Single().Value);
    }

    // Aim: each value of a policy that is not what it must be is refused with its name.
    [Theory]
    [InlineData("limits", "[{\"kind\":\"dose-max\",\"zone\":null,\"value\":0,\"reference\":\"r\"}]", "value")]
    [InlineData("limits", "[{\"kind\":\"dose-max\",\"zone\":null,\"value\":5,\"reference\":\"\"}]", "reference")]
    [InlineData("limits", "[{\"kind\":\"dose-max\",\"zone\":\"a b\",\"value\":5,\"reference\":\"r\"}]", "zone")]
    [InlineData("limits", "[{\"kind\":\"dose-max\",\"zone\":null,\"value\":5,\"reference\":\"r\"},{\"kind\":\"dose-max\",\"zone\":null,\"value\":6,\"reference\":\"r\"}]", "limits")]
    [InlineData("limits", "[null]", "limit")]
    [InlineData("combination_days", "{\"peel\":-1}", "combination_days")]
    public async Task A_policy_that_cannot_be_is_refused(string field, string value, string names)
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient one = await clinic.SignerAsync(Role.Administrator, "one");
        JsonNode proposal = Proposal(0, 900);
        proposal["policy"]![field] = JsonNode.Parse(value);
        using HttpResponseMessage answer = await one.AskAsync(Post, "/api/v1/site/proposals", proposal);

        Assert.Equal("422 invalid", await answer.KindAsync());
        Assert.Contains(names, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // Aim: what the site sets of sign-ins holds from then on, and cannot be set so that nothing protects.
    [Fact]
    public async Task The_site_sets_when_accounts_are_locked()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        await clinic.DoAsync((_, who) => Decision.Accept("site", new SiteInitialised(who.PersonId, "Clinic One")));
        using HttpClient admin = await clinic.SignerAsync(Role.Administrator);
        using HttpClient browser = clinic.Anonymous();
        JsonObject security = new() { ["sign_in_hours"] = 8, ["failures_max"] = 3, ["lock_minutes"] = 30, ["initial_password_hours"] = 24, ["override_hours_max"] = 8 };
        Assert.Equal("200", await admin.KindAsync(HttpMethod.Put, "/api/v1/site/security", security, ("If-Match", "*")));
        security["failures_max"] = 1000;
        Assert.Equal("422 invalid", await admin.KindAsync(HttpMethod.Put, "/api/v1/site/security", security, ("If-Match", "*")));
        for (int time = 0; time < 3; time++)
        {
            await browser.KindAsync(Post, "/api/v1/session", new { person_id = "administrator", password = "wrong" });
        }

        Account account = (await clinic.Desk.ReadAsync()).People.Account("administrator");
        Assert.NotNull(account.LockedUntil);
    }

    private static JsonNode Proposal(int baseVersion, long depthUm) => JsonNode.Parse($$$"""
        {"policy":{"limits":[{"kind":"tissue-depth-max","zone":"forehead","value":{{{depthUm}}},"reference":"site rule 4"}],
          "forbids_multi_needle_heads":true,"combination_days":{"peel":14}},"base_version":{{{baseVersion}}},"reason":"after the review of May"}
        """)!;
}
