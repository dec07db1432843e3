using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MesoPen.Host.Api;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Input;
using MesoPen.Host.Records;
using MesoPen.Tests.Host;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MesoPen.Tests;

/// <summary>What every request meets, whichever endpoint it is for.</summary>
public sealed class ApiFrameTests
{
    private static readonly HttpMethod Get = HttpMethod.Get;
    private static readonly HttpMethod Post = HttpMethod.Post;

    // Aim: a body that cannot be read is refused with the name of the field at fault, and nothing of what it held comes back.
    [Theory]
    [InlineData("{", "malformed", null)]
    [InlineData("", "malformed", null)]
    [InlineData("null", "malformed", null)]
    [InlineData("{\"patient_id\":\"P-1\",\"initials\":\"ZZTOP\",\"birth_year\":1980,\"sex\":\"female\"}", "malformed", "skin_type")]
    [InlineData("{\"patient_id\":\"P-1\",\"initials\":\"ZZTOP\",\"birth_year\":\"1980\",\"sex\":\"female\",\"skin_type\":3}", "malformed", "birth_year")]
    [InlineData("{\"patient_id\":\"P-1\",\"initials\":\"ZZTOP\",\"birth_year\":99999999999,\"sex\":\"female\",\"skin_type\":3}", "malformed", "birth_year")]
    [InlineData("{\"patient_id\":\"P-1\",\"initials\":\"ZZTOP\",\"birth_year\":1980,\"sex\":\"ZZTOP\",\"skin_type\":3}", "malformed", "sex")]
    [InlineData("{\"patient_id\":null,\"initials\":\"ZZTOP\",\"birth_year\":1980,\"sex\":\"female\",\"skin_type\":3}", "malformed", "patient_id")]
    [InlineData("{\"patient_id\":\"P-1\",\"initials\":\"ZZTOP\",\"initials\":\"ZZTOP\",\"birth_year\":1980,\"sex\":\"female\",\"skin_type\":3}", "malformed", "initials")]
    [InlineData("{\"patient_id\":\"P-1\",\"initials\":\"ZZTOP\",\"birth_year\":1980,\"sex\":\"female\",\"skin_type\":3,\"nickname\":\"ZZTOP\"}", "malformed", "nickname")]
    public async Task A_body_that_cannot_be_read_is_refused_without_its_content(string body, string kind, string? field)
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Clinician);
        using HttpResponseMessage answer = await client.AskAsync(Post, "/api/v1/patients", new StringContent(body, Encoding.UTF8, "application/json"));
        string text = await answer.Content.ReadAsStringAsync();

        Assert.Equal("400 " + kind, await answer.KindAsync());
        Assert.DoesNotContain("ZZTOP", text, StringComparison.Ordinal);
        Assert.Contains(field ?? "body", text, StringComparison.Ordinal);
        Assert.Empty((await clinic.Desk.ReadAsync()).Patients.All);
    }

    // Aim: what the framework refuses by itself is a problem of the catalogue too.
    [Fact]
    public async Task Every_refusal_is_a_problem_of_the_catalogue()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync(options: usual => usual with { BodyBytesMax = 1000 });
        using HttpClient client = await clinic.ClientAsync(Role.Clinician);
        using HttpClient anonymous = clinic.Anonymous();

        Assert.Equal("404 unknown", await client.KindAsync(Get, "/api/v1/nothing-here"));
        Assert.Equal("404 unknown", await anonymous.KindAsync(Get, "/"));
        Assert.Equal("401 not-signed-in", await anonymous.KindAsync(Get, "/api/v1/people"));
        Assert.Equal("401 not-signed-in", await anonymous.KindAsync(Get, "/api/v1/people", null, ("Authorization", "Bearer nonsense")));
        Assert.Equal("401 not-signed-in", await anonymous.KindAsync(Get, "/api/v1/people", null, ("Cookie", "mesopen=nonsense")));
        Assert.Equal("403 not-allowed", await client.KindAsync(Post, "/api/v1/people", new { }));
        Assert.Equal("405 wrong-method", await client.KindAsync(HttpMethod.Delete, "/api/v1/people"));
        Assert.Equal("415 wrong-content-type", await client.KindAsync(Post, "/api/v1/patients", new StringContent("x", Encoding.UTF8, "text/plain")));
        Assert.Equal("413 too-large", await client.KindAsync(Post, "/api/v1/patients", new { patient_id = new string('x', 2000) }));
        Assert.Equal("400 bad-request", await anonymous.KindAsync(Get, "/api/v1/session", null, ("Host", "elsewhere.example")));
    }

    // Aim: records that cannot be reached are 503, a fault of the program 500, neither tells what the exception said; who is known can still stop.
    [Fact]
    public async Task Failures_are_problems_and_a_stop_needs_no_records()
    {
        FailingJournal journal = new();
        WebApplication app = ClinicApi.Build(
            new ApiOptions { Urls = ["http://127.0.0.1:0"], Station = "station-1", RequestsPerSecond = 1 }, journal, TimeProvider.System);
        app.MapPost("/stop-test", () => Results.NoContent()).For(Role.Clinician).IsStop();
        await using ServedClinic clinic = await ServedClinic.StartAsync(app, journal);
        using HttpClient client = await clinic.ClientAsync(Role.Clinician);
        journal.Failure = new RecordStoreException("secret-of-the-records");
        using HttpResponseMessage unavailable = await client.GetAsync("/api/v1/site");
        journal.Failure = new InvalidOperationException("secret-of-the-program");
        using HttpResponseMessage failed = await client.GetAsync("/api/v1/site");

        Assert.Equal("503 records-unavailable", await unavailable.KindAsync());
        Assert.Equal("500 failed", await failed.KindAsync());
        Assert.DoesNotContain("secret", await unavailable.Content.ReadAsStringAsync() + await failed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        for (int time = 0; time < 50; time++)
        {
            Assert.Equal("204", await client.KindAsync(Post, "/stop-test"));
        }
    }

    // Aim: sign-ins are few and requests plenty, more of either is told when to come again, and somebody else is not held up.
    [Fact]
    public async Task Requests_beyond_the_limits_are_told_to_wait()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync(options: usual => usual with { SignInsPerMinute = 2, RequestsPerSecond = 2 });
        using HttpClient client = await clinic.ClientAsync(Role.Clinician);
        using HttpClient other = await clinic.ClientAsync(Role.Auditor);
        object wrong = new { person_id = "nobody", password = "wrong" };
        using HttpClient browser = clinic.Anonymous();
        await browser.KindAsync(Post, "/api/v1/session", wrong);
        await browser.KindAsync(Post, "/api/v1/session", wrong);
        using HttpResponseMessage refused = await browser.AskAsync(Post, "/api/v1/session", wrong);
        HttpResponseMessage[] many = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => client.GetAsync("/api/v1/site")));

        Assert.Equal("429 too-many-requests", await refused.KindAsync());
        Assert.True(refused.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Contains(many, answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Contains(many, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal("200", await other.KindAsync(Get, "/api/v1/site"));
    }

    // Aim: every answer, a refusal too, forbids the browser everything but showing it, and says nothing of what serves it.
    [Theory]
    [InlineData("/api/v1/site")]
    [InlineData("/api/v1/nothing-here")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/live")]
    public async Task Answers_forbid_browsers_what_they_do_not_need(string path)
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = clinic.Anonymous();
        using HttpResponseMessage answer = await client.GetAsync(path);
        HttpResponseHeaders headers = answer.Headers;

        Assert.Contains("default-src 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", headers.GetValues("Referrer-Policy").Single());
        Assert.True(headers.CacheControl?.NoStore);
        Assert.False(headers.Contains("Server"));
    }

    // Aim: an address that others could read along is refused in one sentence before anything listens.
    [Theory]
    [InlineData("http://0.0.0.0:5480")]
    [InlineData("http://*:5480")]
    [InlineData("http://192.0.2.7:5480")]
    [InlineData("http://clinic.example:5480")]
    [InlineData("http://[::]:5480")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("5480")]
    public async Task Plain_http_is_for_this_machine_alone(string url)
    {
        await using MemorySiteJournal journal = new();
        Assert.Throws<InputException>(() => ClinicApi.Build(new ApiOptions { Urls = [url], Station = "station-1" }, journal, TimeProvider.System));
    }

    // Aim: a page of another port of the same host, to which the browser gives the cookie, opens no live feed; the station's own page does.
    [Theory]
    [InlineData("http://127.0.0.1:1", System.Net.HttpStatusCode.Forbidden)]
    [InlineData(null, System.Net.HttpStatusCode.SwitchingProtocols)]
    public async Task A_page_of_another_origin_opens_no_live_feed(string? origin, System.Net.HttpStatusCode expected)
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient browser = await clinic.BrowserAsync(Role.Clinician);
        using HttpRequestMessage open = new(HttpMethod.Get, "/live")
        {
            Headers =
            {
                { "Connection", "Upgrade" }, { "Upgrade", "websocket" }, { "Sec-WebSocket-Version", "13" }, { "Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==" },
                { "Origin", origin ?? clinic.Address.GetLeftPart(UriPartial.Authority) },
            },
        };
        using HttpResponseMessage answer = await browser.SendAsync(open, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(expected, answer.StatusCode);
    }

    // Aim: with a certificate it speaks HTTPS, its cookie is bound to this host and to HTTPS, and browsers are told to keep to it; without, it does not start.
    [Fact]
    public async Task Https_needs_a_certificate_and_binds_the_cookie()
    {
        using TempFolder folder = new();
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        string file = Path.Combine(folder.Path, "station.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12));

        await using ServedClinic clinic = await ServedClinic.StartAsync(options: usual => usual with { Urls = ["https://127.0.0.1:0"], Certificate = file });
        using HttpClientHandler handler = new() { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using HttpClient browser = new(handler) { BaseAddress = clinic.Address };
        using (await clinic.ClientAsync(Role.Clinician))
        {
            using HttpResponseMessage answer = await browser.AskAsync(Post, "/api/v1/session", new { person_id = "clinician", password = ServedClinic.Password });
            string cookie = answer.Headers.GetValues("Set-Cookie").Single();
            Assert.StartsWith("__Host-mesopen=", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        }

        await Assert.ThrowsAsync<InputException>(() => ServedClinic.StartAsync(options: usual => usual with { Urls = ["https://127.0.0.1:0"] }));
        await Assert.ThrowsAsync<InputException>(
            () => ServedClinic.StartAsync(options: usual => usual with { Urls = ["https://127.0.0.1:0"], Certificate = file + ".none" }));
    }
}
