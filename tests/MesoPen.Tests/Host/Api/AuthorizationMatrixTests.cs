using System.Text.Json.Nodes;
using MesoPen.Host.Api;
using MesoPen.Host.Clinic.People;
using MesoPen.Tests.Walls;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace MesoPen.Tests;

/// <summary>Every operation for everybody: as the document says, as the page of rights says, and as the station answers.</summary>
public sealed class AuthorizationMatrixTests
{
    private const string Page = "docs/api.md";

    private static readonly Role[] Roles = [Role.Clinician, Role.Engineer, Role.Administrator, Role.Auditor];

    // Aim: who may use an operation is written down by hand, by the first parts of its path; an operation that no row covers, or that allows others, fails.
    [Fact]
    public async Task The_document_allows_what_the_page_of_rights_says()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = clinic.Anonymous();
        List<string> wrong = [];
        foreach ((string method, string path, JsonNode operation) in ApiDocumentTests.Operations(await client.JsonAsync(HttpMethod.Get, "/openapi/v1.json")))
        {
            string says = string.Join(", ", operation["x-roles"]!.AsArray().Select(role => (string)role!));
            string? rule = Rule(method, path);
            if (rule != says)
            {
                wrong.Add($"{method} {path} is for {says}; {Page} says {rule ?? "nothing"}");
            }
        }

        Assert.Empty(wrong);
    }

    // Aim: no endpoint at all is without a statement of who may use it, in the document or not.
    [Fact]
    public async Task Every_endpoint_says_whom_it_is_for()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        Endpoints[] endpoints =
        [
            .. clinic.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                .Select(each => new Endpoints(each.RoutePattern.RawText ?? "", each.Metadata.GetMetadata<AllowedRoles>() is not null)),
        ];

        Assert.NotEmpty(endpoints);
        Assert.DoesNotContain(endpoints, each => !each.Says);
    }

    // Aim: the station answers as the document says: 401 to nobody, 403 to the wrong role, something else to the right one.
    [Fact]
    public async Task Every_operation_answers_each_role_as_the_document_says()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient anonymous = clinic.Anonymous();
        JsonNode document = await anonymous.JsonAsync(HttpMethod.Get, "/openapi/v1.json");
        List<string> wrong = [];
        int asked = 0;
        foreach ((string method, string path, JsonNode operation) in ApiDocumentTests.Operations(document))
        {
            string[] says = [.. operation["x-roles"]!.AsArray().Select(role => (string)role!)];
            bool anyone = says is ["anyone"];
            string nobody = await Ask(anonymous, method, path, operation);
            if ((nobody == "401 not-signed-in") == anyone)
            {
                wrong.Add($"{method} {path} answers nobody with {nobody}");
            }

            foreach (Role role in Roles)
            {
                using HttpClient client = await clinic.ClientAsync(role);
                string answer = await Ask(client, method, path, operation);
                bool may = anyone || says.Contains(role.ToString().ToLowerInvariant());
                asked++;
                if (answer == "401 not-signed-in" || (answer == "403 not-allowed") == may)
                {
                    wrong.Add($"{method} {path} answers {role} with {answer}");
                }
            }
        }

        Assert.True(asked > 100, $"Only {asked} were asked.");
        Assert.Empty(wrong);
    }

    private static async Task<string> Ask(HttpClient client, string method, string path, JsonNode operation)
    {
        string address = path.Replace("{", "", StringComparison.Ordinal).Replace("}", "-x", StringComparison.Ordinal);
        using HttpRequestMessage request = new(new HttpMethod(method), address);
        if (operation["requestBody"] is not null)
        {
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        }

        using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await answer.KindAsync();
    }

    // The rule of the longest beginning, one for the very method before one for any: rows are | beginning of the path | who reads | who changes |.
    private static string? Rule(string method, string path)
    {
        string? rule = null;
        int best = -1;
        foreach (string line in Repository.Lines(Page).Where(line => line.StartsWith("| `", StringComparison.Ordinal)))
        {
            string[] cells = [.. line.Trim('|', ' ').Split('|').Select(cell => cell.Trim())];
            string[] words = cells[0].Trim('`').Split(' ');
            bool covers = (words.Length == 1 || words[0] == method) && (path == words[^1] || path.StartsWith(words[^1] + "/", StringComparison.Ordinal));
            int weight = (2 * words[^1].Length) + words.Length;
            if (covers && weight > best && cells.Length == 3)
            {
                (best, rule) = (weight, cells[method == "GET" ? 1 : 2]);
            }
        }

        return rule == "everybody" ? "clinician, engineer, administrator, auditor" : rule;
    }

    private sealed record Endpoints(string Path, bool Says);
}
