using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MesoPen.Host.Api;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MesoPen.Tests;

/// <summary>The API on a free loopback port, with people of every role: clients sign in by token.</summary>
internal sealed class ServedClinic : IAsyncDisposable
{
    /// <summary>The password of everybody whom <see cref="ClientAsync"/> added.</summary>
    public const string Password = "four words are enough";

    // Few rounds: tests sign often. Verifying takes the rounds from the hash.
    private static readonly string PasswordHash = new PasswordHasher<Person>(Options.Create(new PasswordHasherOptions { IterationCount = 1000 }))
        .HashPassword(new Person("", "", Role.None, 0), Password);

    private readonly WebApplication _app;

    private ServedClinic(WebApplication app, ISiteJournal journal) => (_app, Journal) = (app, journal);

    public ISiteJournal Journal { get; }

    public ClinicDesk Desk => _app.Services.GetRequiredService<ClinicDesk>();

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<ServedClinic> StartAsync(
        ISiteJournal? journal = null, TimeProvider? clock = null, Func<ApiOptions, ApiOptions>? options = null, Action<WebApplicationBuilder>? more = null)
    {
        journal ??= new MemorySiteJournal();
        ApiOptions usual = new() { Urls = ["http://127.0.0.1:0"], Station = "station-1", SignInsPerMinute = 1000, RequestsPerSecond = 1000 };
        return await StartAsync(ClinicApi.Build(options?.Invoke(usual) ?? usual, journal, clock ?? TimeProvider.System, more), journal);
    }

    /// <summary>Starts an API that was built already; it is disposed with the clinic.</summary>
    public static async Task<ServedClinic> StartAsync(WebApplication app, ISiteJournal journal)
    {
        try
        {
            await app.StartAsync();
            return new ServedClinic(app, journal);
        }
        catch (Exception)
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client without any identity.</summary>
    public HttpClient Anonymous() => new() { BaseAddress = Address };

    /// <summary>A client in the name of a person who has these roles; the person is added on first use.</summary>
    public async Task<HttpClient> ClientAsync(Role roles, string? person = null)
    {
        person ??= roles.ToString().ToLowerInvariant().Replace(", ", "-", StringComparison.Ordinal);
        string secret = $"token-of-{person}";
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
        await DoAsync((state, who) => Decision.Accept(person,
            [
                .. state.People.All.ContainsKey(person)
                    ? Array.Empty<ClinicEvent>()
                    : [new PersonAdded("setup", person, $"Person {person}", roles), new PasswordSet("setup", person, PasswordHash, InitialUntil: null)],
                .. state.People.Tokens.ContainsKey(sha256)
                    ? Array.Empty<ClinicEvent>()
                    : [new ApiTokenIssued("setup", "T-" + person, person, "tests", roles, sha256, who.Now.AddDays(30))],
            ]));
        HttpClient client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
    }

    /// <summary>As <see cref="ClientAsync"/>, with the password along with every request: what it asks for is signed.</summary>
    public async Task<HttpClient> SignerAsync(Role roles, string? person = null)
    {
        HttpClient client = await ClientAsync(roles, person);
        client.DefaultRequestHeaders.Add("Signing-Password", Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)));
        return client;
    }

    /// <summary>A person's browser, signed in: cookie, and the header against forgery.</summary>
    public async Task<HttpClient> BrowserAsync(Role roles, string? person = null)
    {
        using HttpClient token = await ClientAsync(roles, person);
        JsonNode self = (await token.GetFromJsonAsync<JsonNode>("/api/v1/session"))!;
        return await BrowserAsync((string)self["person_id"]!, Password);
    }

    /// <summary>The browser of somebody who signs in with this password.</summary>
    public async Task<HttpClient> BrowserAsync(string person, string password)
    {
        HttpClient browser = Anonymous();
        HttpResponseMessage answer = await browser.PostAsJsonAsync("/api/v1/session", new { person_id = person, password });
        answer.EnsureSuccessStatusCode();
        JsonNode session = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        browser.DefaultRequestHeaders.Add("Anti-Forgery", (string)session["anti_forgery"]!);
        return browser;
    }

    /// <summary>Writes events past the API, for what a test takes as given.</summary>
    public async Task<ClinicState> DoAsync(Func<ClinicState, Actor, Decision> rule)
    {
        (Decision decision, ClinicState state) = await Desk.DecideAsync(new Actor("setup", Role.Administrator, "station-1", default), rule);
        Assert.Null(decision.Problem);
        return state;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
