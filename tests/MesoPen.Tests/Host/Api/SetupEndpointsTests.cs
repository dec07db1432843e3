using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MesoPen.Host.Api;
using MesoPen.Host.Clinic;
using Microsoft.Extensions.DependencyInjection;

namespace MesoPen.Tests;

/// <summary>The first run by the API: who may begin a clinic, and how often.</summary>
public sealed class SetupEndpointsTests
{
    private const string Password = "seven quiet herons";

    // Aim: with the code a clinic begins and its first person is signed in at once, by a cookie that is good for changes; afterwards nobody can begin it again.
    [Fact]
    public async Task The_code_begins_a_clinic_and_signs_its_first_person_in()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient browser = clinic.Anonymous();
        Assert.True((bool)(await browser.JsonAsync(HttpMethod.Get, "/api/v1/setup"))["needed"]!);

        JsonNode session = await browser.JsonAsync(HttpMethod.Post, "/api/v1/setup", Asked(CodeOf(clinic)));
        Assert.Equal("nadia", (string?)session["person_id"]);
        Assert.False((bool)session["must_change_password"]!);
        browser.DefaultRequestHeaders.Add("Anti-Forgery", (string)session["anti_forgery"]!);
        Assert.Equal("201", await browser.KindAsync(
            HttpMethod.Post, "/api/v1/people", new { person_id = "otto", name = "Otto", roles = new[] { "auditor" } }));

        Assert.False((bool)(await browser.JsonAsync(HttpMethod.Get, "/api/v1/setup"))["needed"]!);
        using HttpClient late = clinic.Anonymous();
        Assert.Equal("409 site-exists", await late.KindAsync(HttpMethod.Post, "/api/v1/setup", Asked(CodeOf(clinic)) with { PersonId = "eve" }));
        Assert.Equal("409 site-exists", await late.KindAsync(HttpMethod.Post, "/api/v1/setup", Asked("no code at all")));
        using HttpClient again = await clinic.BrowserAsync("nadia", Password);
        ClinicState state = await clinic.Desk.ReadAsync();
        Assert.Equal(("Skin Clinic", "tr", false), (state.Site.Name, state.Site.Language, state.Site.Example));
        Assert.DoesNotContain("eve", state.People.All.Keys);
    }

    // Aim: without the code nothing begins; five wrong ones make another, which is told to whoever prints it, and the first one is worth nothing then.
    [Fact]
    public async Task Five_wrong_codes_make_another_one()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient browser = clinic.Anonymous();
        SetupCode code = clinic.Services.GetRequiredService<SetupCode>();
        List<string> printed = [];
        code.Renewed = printed.Add;
        string first = code.Current;
        for (int tries = 0; tries < 4; tries++)
        {
            Assert.Equal("403 setup-code-wrong", await browser.KindAsync(HttpMethod.Post, "/api/v1/setup", Asked("AAAA-AAAA")));
        }

        Assert.Empty(printed);
        Assert.Equal(first, code.Current);
        Assert.Equal("403 setup-code-wrong", await browser.KindAsync(HttpMethod.Post, "/api/v1/setup", Asked("")));
        Assert.Equal([code.Current], printed);
        Assert.NotEqual(first, code.Current);
        Assert.Equal("403 setup-code-wrong", await browser.KindAsync(HttpMethod.Post, "/api/v1/setup", Asked(first)));
        Assert.Empty((await clinic.Desk.ReadAsync()).People.All);
        Assert.Equal("201", await browser.KindAsync(HttpMethod.Post, "/api/v1/setup", Asked(code.Current.ToLowerInvariant().Replace('-', ' '))));
    }

    // Aim: of two people who have the code at the same time one begins the clinic and the other is told; never both, never neither.
    [Fact]
    public async Task Of_two_at_once_one_begins_it()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient one = clinic.Anonymous();
        using HttpClient other = clinic.Anonymous();
        string code = CodeOf(clinic);
        string[] kinds = await Task.WhenAll(
            one.KindAsync(HttpMethod.Post, "/api/v1/setup", Asked(code)),
            other.KindAsync(HttpMethod.Post, "/api/v1/setup", Asked(code) with { PersonId = "otto" }));
        Assert.Equal(["201", "409 site-exists"], kinds.Order());
        Assert.Single((await clinic.Desk.ReadAsync()).People.All);
    }

    // Aim: what is wrong in the form is said by name, begins nothing, and leaves the code as it is.
    [Fact]
    public async Task A_wrong_form_begins_nothing()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient browser = clinic.Anonymous();
        string code = CodeOf(clinic);
        (Form Form, string Kind)[] cases =
        [
            (Asked(code) with { Password = "short" }, "422 password-unfit"),
            (Asked(code) with { Password = "nadia nadia nadia" }, "422 password-unfit"),
            (Asked(code) with { Roles = ["clinician"] }, "422 invalid"),
            (Asked(code) with { Roles = [] }, "422 invalid"),
            (Asked(code) with { SiteName = " " }, "422 invalid"),
            (Asked(code) with { PersonId = "Nadia N" }, "422 invalid"),
            (Asked(code) with { Language = "no language" }, "422 invalid"),
            (Asked(code) with { PersonId = "example-colleague", Example = true }, "422 invalid"),
        ];
        foreach ((Form form, string kind) in cases)
        {
            Assert.Equal(kind, await browser.KindAsync(HttpMethod.Post, "/api/v1/setup", form));
        }

        Assert.Null((await clinic.Desk.ReadAsync()).Site.Name);
        Assert.Equal(code, CodeOf(clinic));
        Assert.Equal("403 cross-site", await browser.KindAsync(HttpMethod.Post, "/api/v1/setup", Asked(code), ("Origin", "https://elsewhere.example")));
    }

    // Aim: codes cannot be tried without end from one address, and no code stands in the records.
    [Fact]
    public async Task Tries_are_few_and_the_code_is_nowhere()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync(options: usual => usual with { SignInsPerMinute = 3 });
        using HttpClient browser = clinic.Anonymous();
        Assert.Equal("201", await browser.KindAsync(HttpMethod.Post, "/api/v1/setup", Asked(CodeOf(clinic)) with { Example = true }));
        Assert.Equal("409 site-exists", await browser.KindAsync(HttpMethod.Post, "/api/v1/setup", Asked("x")));
        Assert.Equal("409 site-exists", await browser.KindAsync(HttpMethod.Post, "/api/v1/setup", Asked("x")));
        Assert.Equal("429 too-many-requests", await browser.KindAsync(HttpMethod.Post, "/api/v1/setup", Asked("x")));
        Assert.All(
            await clinic.Journal.ReadAsync(0, 1000, default),
            row => Assert.False(row.Body.Contains(CodeOf(clinic), StringComparison.Ordinal) || row.Body.Contains(Password, StringComparison.Ordinal)));
    }

    private static string CodeOf(ServedClinic clinic) => clinic.Services.GetRequiredService<SetupCode>().Current;

    private static Form Asked(string code) => new(code, "Skin Clinic", "nadia", "Nadia Newcomer", Password, ["administrator", "clinician"], false, "tr");

    private sealed record Form(
        [property: JsonPropertyName("code")] string Code,
        [property: JsonPropertyName("site_name")] string SiteName,
        [property: JsonPropertyName("person_id")] string PersonId,
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("password")] string Password,
        [property: JsonPropertyName("roles")] string[] Roles,
        [property: JsonPropertyName("example")] bool Example,
        [property: JsonPropertyName("language")] string Language);
}
