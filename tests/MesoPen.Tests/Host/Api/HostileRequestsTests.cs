using System.Text;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic.People;

namespace MesoPen.Tests;

/// <summary>Requests that mean no good, to every operation of the document: a clear 4xx, and nothing is written.</summary>
public sealed class HostileRequestsTests
{
    private static readonly string[] Ids =
    [
        "..%2f..%2fetc%2fpasswd", "%2e%2e%2f", "'%20OR%20'1'%3D'1", "1%3B%20DROP%20TABLE%20journal--", "%7B%22%24gt%22%3A%22%22%7D", "%3Cscript%3E", "${7*7}",
        "%F0%9F%92%89", "%E2%80%AE", "a%0d%0aX-Injected%3A%201", new string('a', 3000), "-1", "99999999999999999999", "con", "%20",
    ];

    // Aim: ids that are no ids find nothing, on every address that takes one.
    [Fact]
    public async Task Ids_that_mean_no_good_find_nothing()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(RoleWords.All, "everybody");
        JsonNode document = await client.JsonAsync(HttpMethod.Get, "/openapi/v1.json");
        int before = await WrittenAsync(clinic);
        List<string> wrong = [];
        int asked = 0;
        foreach ((string method, string path, JsonNode operation) in ApiDocumentTests.Operations(document).Where(each => each.Path.Contains('{')))
        {
            foreach (string id in Ids)
            {
                string address = System.Text.RegularExpressions.Regex.Replace(path, "{[^}]*}", id.Replace("$", "$$", StringComparison.Ordinal));
                using HttpRequestMessage request = new(new HttpMethod(method), new Uri(clinic.Address, address));
                request.Content = operation["requestBody"] is null ? null : new StringContent("{}", Encoding.UTF8, "application/json");
                request.Headers.TryAddWithoutValidation("If-Match", "*");
                using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                asked++;
                if ((int)answer.StatusCode is < 400 or >= 500 || answer.Headers.Contains("X-Injected"))
                {
                    wrong.Add($"{method} {path} with {id[..Math.Min(id.Length, 40)]}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.True(asked > 100, $"Only {asked} were asked.");
        Assert.Empty(wrong);
        Assert.Equal(before, await WrittenAsync(clinic));
    }

    // Aim: bodies that are not what they must be are refused by every operation that takes one.
    [Fact]
    public async Task Bodies_that_mean_no_good_change_nothing()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(RoleWords.All, "everybody");
        JsonNode document = await client.JsonAsync(HttpMethod.Get, "/openapi/v1.json");
        int before = await WrittenAsync(clinic);
        List<string> wrong = [];
        int asked = 0;
        foreach ((string method, string path, JsonNode operation) in ApiDocumentTests.Operations(document).Where(each => each.Operation["requestBody"] is not null))
        {
            foreach ((string name, HttpContent body) in Bodies(document, operation))
            {
                using HttpRequestMessage request = new(new HttpMethod(method), path.Replace("{", "", StringComparison.Ordinal).Replace("}", "-x", StringComparison.Ordinal));
                request.Content = body;

                // Else the station would hang up while the client is still sending.
                request.Headers.ExpectContinue = name == "2 MB";
                request.Headers.TryAddWithoutValidation("If-Match", "*");
                using HttpResponseMessage answer = await client.SendAsync(request);
                string kind = await answer.KindAsync();
                asked++;
                // Any text can be the name of a port: a look at one that is not there says so, and changes nothing.
                bool looked = (path.EndsWith("/devices/test", StringComparison.Ordinal) || path.EndsWith("/instruments/detect", StringComparison.Ordinal)) && answer.IsSuccessStatusCode;
                if (!looked && ((int)answer.StatusCode is < 400 or >= 500 || !kind.Contains(' ')))
                {
                    wrong.Add($"{method} {path} with {name}: {kind}");
                }
            }
        }

        Assert.True(asked > 100, $"Only {asked} were asked.");
        Assert.Empty(wrong);
        Assert.Equal(before, await WrittenAsync(clinic));
    }

    // A sign-in that fails is written: that is no change of anything.
    private static async Task<int> WrittenAsync(ServedClinic clinic) =>
        (await clinic.Journal.ReadAsync(0, 100_000, default)).Count(row => row.Kind != "sign-in-failed");

    private static IEnumerable<(string Name, HttpContent Body)> Bodies(JsonNode document, JsonNode operation)
    {
        string[] fields = Fields(document, operation);
        string all(string value) => "{" + string.Join(',', fields.Select(field => $"\"{field}\":{value}")) + "}";
        foreach ((string name, string json) in new[]
        {
            ("nothing", ""), ("null", "null"), ("a list", "[]"), ("a number", "1"), ("half a body", "{"), ("two bodies", "{}{}"),
            ("no such field", "{\"no_such_field\":1}"), ("a prototype", "{\"__proto__\":{\"admin\":true}}"), ("a type", "{\"$type\":\"System.Object\"}"),
            ("depth", string.Concat(Enumerable.Repeat("{\"a\":", 200)) + "1" + new string('}', 200)), ("lists in lists", new string('[', 5000)),
            ("nulls", all("null")), ("huge numbers", all("1e400")), ("long numbers", all(new string('9', 400))), ("SQL", all("\"'; DROP TABLE journal; --\"")),
            ("null bytes", all("\"a\\u0000b\"")), ("half a surrogate", all("\"\\ud800\"")), ("objects", all("{\"$gt\":\"\"}")),
            ("fields twice", all("1")[..^1] + "," + all("1")[1..]), ("long text", all($"\"{new string('x', 50_000)}\"")),
        })
        {
            yield return (name, new StringContent(json, Encoding.UTF8, "application/json"));
        }

        yield return ("plain text", new StringContent("{}", Encoding.UTF8, "text/plain"));
        yield return ("a form", new FormUrlEncodedContent([KeyValuePair.Create("a", "b")]));
        yield return ("XML", new StringContent("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", Encoding.UTF8, "application/xml"));
        yield return ("bytes that are no UTF-8", Raw([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]));
        yield return ("2 MB", Raw([.. "{\"a\":\""u8, .. Enumerable.Repeat((byte)'x', 2_000_000), .. "\"}"u8]));
    }

    private static string[] Fields(JsonNode document, JsonNode operation)
    {
        JsonNode? schema = operation["requestBody"]!["content"]?["application/json"]?["schema"];
        schema = schema?["$ref"] is { } reference ? document["components"]!["schemas"]![((string)reference!).Split('/')[^1]] : schema;
        return schema?["properties"]?.AsObject().Select(each => each.Key).ToArray() is { Length: > 0 } known ? known : ["a"];
    }

    private static ByteArrayContent Raw(byte[] bytes) => new(bytes) { Headers = { ContentType = new("application/json") } };
}
