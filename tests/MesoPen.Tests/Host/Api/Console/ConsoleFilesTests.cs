using System.Net;
using System.Text.RegularExpressions;
using MesoPen.Host.Api.Console;

namespace MesoPen.Tests;

// Aim: the host serves the console that was built with it, under every address that a page has and under no other, and the browser is told to take
// script, style, fonts and connections from this host alone.
public sealed partial class ConsoleFilesTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/patients/P-0001/consents")]
    [InlineData("/no-such-page")]
    public async Task Page_answers_under_every_address_of_a_page(string path)
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpResponseMessage answer = await PageAsync(clinic, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("action=\"/stop\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Policy_allows_nothing_from_elsewhere_and_style_by_a_nonce_of_its_own()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        HashSet<string> nonces = [];
        for (int time = 0; time < 3; time++)
        {
            using HttpResponseMessage answer = await PageAsync(clinic, "/");
            string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Match nonce = Nonce().Match(policy);
            Assert.True(nonce.Success, policy);
            Assert.True(nonces.Add(nonce.Groups[1].Value), "A nonce came twice.");
            Assert.Contains($"content=\"{nonce.Groups[1].Value}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
            Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page_names_no_file_of_elsewhere_and_every_file_that_it_names_is_served()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = clinic.Anonymous();
        using HttpResponseMessage page = await PageAsync(clinic, "/");
        string[] named = [.. Named().Matches(await page.Content.ReadAsStringAsync()).Select(match => match.Groups[1].Value)];
        Assert.True(named.Length >= 4, string.Join(' ', named));
        foreach (string file in named)
        {
            Assert.StartsWith("/", file, StringComparison.Ordinal);
            using HttpResponseMessage answer = await client.GetAsync(new Uri(file, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal(file.StartsWith("/assets/", StringComparison.Ordinal), answer.Headers.CacheControl!.ToString().Contains("immutable", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/health/nothing")]
    [InlineData("/assets/nothing.js")]
    [InlineData("/console/../mesopen.dll")]
    [InlineData("/..%2fmesopen.dll")]
    [InlineData("/assets/..%2f..%2fmesopen.dll")]
    public async Task What_is_no_page_and_no_file_of_the_console_is_a_problem(string path)
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpResponseMessage answer = await PageAsync(clinic, path);
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        Assert.NotEqual("text/html", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Program_that_asks_for_no_page_gets_none()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = clinic.Anonymous();
        using HttpResponseMessage answer = await client.GetAsync(new Uri("/patients", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public void Built_console_lies_beside_the_program() => Assert.True(
        File.Exists(Path.Combine(ConsoleFiles.BesideProgram, "index.html")), $"There is no console in {ConsoleFiles.BesideProgram}.");

    private static async Task<HttpResponseMessage> PageAsync(ServedClinic clinic, string path)
    {
        using HttpClient client = clinic.Anonymous();
        using HttpRequestMessage request = new(HttpMethod.Get, path) { Headers = { { "Accept", "text/html,application/xhtml+xml" } } };
        return await client.SendAsync(request);
    }

    [GeneratedRegex("style-src 'self' 'nonce-([0-9a-f]{32})'")]
    private static partial Regex Nonce();

    [GeneratedRegex("(?:src|href)=\"([^\"]+)\"")]
    private static partial Regex Named();
}
