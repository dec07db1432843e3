using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using MesoPen.Host.Api;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace MesoPen.Tests;

/// <summary>The API on a free loopback port, with people of every role: clients sign in by token.</summary>
internal sealed class ServedClinic : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServedClinic(WebApplication app, ISiteJournal journal) => (_app, Journal) = (app, journal);

    public ISiteJournal Journal { get; }

    public ClinicDesk Desk => _app.Services.GetRequiredService<ClinicDesk>();

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<ServedClinic> StartAsync(
        ISiteJournal? journal = null, TimeProvider? clock = null, ApiOptions? options = null, Action<WebApplicationBuilder>? more = null)
    {
        journal ??= new MemorySiteJournal();
        options = (options ?? new ApiOptions { Station = "station-1" }) with { Urls = ["http://127.0.0.1:0"] };
        WebApplication app = ClinicApi.Build(options, journal, clock ?? TimeProvider.System, more);
        await app.StartAsync();
        return new ServedClinic(app, journal);
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
                .. state.People.All.ContainsKey(person) ? Array.Empty<ClinicEvent>() : [new PersonAdded("setup", person, $"Person {person}", roles)],
                .. state.People.Tokens.ContainsKey(sha256)
                    ? Array.Empty<ClinicEvent>()
                    : [new ApiTokenIssued("setup", "T-" + person, person, "tests", roles, sha256, who.Now.AddDays(1))],
            ]));
        HttpClient client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return client;
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
