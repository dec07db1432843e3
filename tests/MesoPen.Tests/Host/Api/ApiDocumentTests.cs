using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MesoPen.Tests.Walls;

namespace MesoPen.Tests;

public sealed class ApiDocumentTests
{
    private const string Stored = "docs/openapi.json";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Aim: no client of the API as it was stored stumbles over the API as it is, and the stored copy is that of the program.
    [Fact]
    public async Task The_document_breaks_nothing_that_was_stored()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = clinic.Anonymous();
        JsonNode now = Sorted(await client.JsonAsync(HttpMethod.Get, "/openapi/v1.json"))!;
        string text = now.ToJsonString(Readable) + "\n";
        string path = Path.Combine(Repository.Root, Stored);
        if (File.Exists(path))
        {
            IReadOnlyList<string> breaking = ApiDocumentChanges.Breaking(JsonNode.Parse(await File.ReadAllTextAsync(path))!, now);
            Assert.True(
                breaking.Count == 0,
                $"These changes break clients of {Stored}: {string.Join("; ", breaking)}. Keep what there was beside what is new; before a release that breaks "
                + $"with intent, delete {Stored} first.");
        }

        if (Environment.GetEnvironmentVariable("MESOPEN_WRITE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(path, text);
        }

        Assert.True(
            File.Exists(path) && await File.ReadAllTextAsync(path) == text,
            $"{Stored} is not that of the program. Nothing breaks: run this test with MESOPEN_WRITE_OPENAPI=1 to store the new one.");
    }

    // Aim: the document is OpenAPI 3.1, and each operation says what it does, who may use it, and which problems it gives.
    [Fact]
    public async Task Every_operation_says_what_it_is()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = clinic.Anonymous();
        JsonNode document = await client.JsonAsync(HttpMethod.Get, "/openapi/v1.json");

        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        Assert.All(Operations(document), each =>
        {
            Assert.False(string.IsNullOrEmpty((string?)each.Operation["summary"]), $"{each.Method} {each.Path} has no summary: add .Says<ANSWER>(SUMMARY).");
            Assert.NotEmpty(each.Operation["x-roles"]!.AsArray());
            Assert.Contains(each.Operation["responses"]!.AsObject(), answer => answer.Value!["x-problem-types"] is not null);
        });
    }

    // Aim: the comparison itself finds each sort of break; planted one by one into a small document.
    [Theory]
    [InlineData("paths./a.post", null, "POST /a: the operation is gone")]
    [InlineData("paths./a.post.requestBody.content.application/json.schema.properties.n", null, "POST /a body: the property n is gone")]
    [InlineData("paths./a.post.requestBody.content.application/json.schema.properties.n.type", "\"string\"", "POST /a body.n: the type was integer and is string")]
    [InlineData("paths./a.post.requestBody.content.application/json.schema.required", "[\"n\",\"w\"]", "POST /a body: the property w is required now")]
    [InlineData("paths./a.post.parameters", "[{\"name\":\"k\",\"in\":\"header\",\"required\":true,\"schema\":{\"type\":\"string\"}}]", "POST /a: the parameter header k is required now")]
    [InlineData("paths./a.post.parameters", "[]", "POST /a: the parameter header k is gone")]
    [InlineData("paths./a.post.responses.201", null, "POST /a: the answer 201 is gone")]
    [InlineData("components.schemas.V.properties.w.enum", "[\"one\"]", "POST /a 201.w: the word two is gone")]
    [InlineData("components.schemas.V.required", "[]", "POST /a 201: the property w may be missing now")]
    [InlineData("components.schemas.V.properties.w.type", "[\"string\",\"null\"]", "POST /a 201.w: the type was string and is null|string")]
    public void Each_sort_of_break_is_found(string place, string? value, string expected)
    {
        JsonNode older = JsonNode.Parse(Small)!;
        JsonNode newer = JsonNode.Parse(Small)!;
        string[] steps = place.Split('.');
        JsonNode holder = steps[..^1].Aggregate(newer, (node, step) => node[step]!);
        if (value is null)
        {
            Assert.True(holder.AsObject().Remove(steps[^1]));
        }
        else
        {
            holder[steps[^1]] = JsonNode.Parse(value);
        }

        Assert.Equal([expected], ApiDocumentChanges.Breaking(older, newer));
    }

    // Aim: what only adds breaks nothing.
    [Fact]
    public void Additions_break_nothing()
    {
        JsonNode newer = JsonNode.Parse(Small)!;
        newer["paths"]!["/b"] = newer["paths"]!["/a"]!.DeepClone();
        newer["components"]!["schemas"]!["V"]!["properties"]!["more"] = JsonNode.Parse("{\"type\":\"string\"}");
        newer["components"]!["schemas"]!["V"]!["properties"]!["w"]!["enum"]!.AsArray().Add("three");

        Assert.Empty(ApiDocumentChanges.Breaking(JsonNode.Parse(Small)!, newer));
    }

    internal static IEnumerable<(string Method, string Path, JsonNode Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (operation.Key.ToUpperInvariant(), path.Key, operation.Value!);

    private const string Small = """
        {"paths":{"/a":{"post":{
          "parameters":[{"name":"k","in":"header","schema":{"type":"string"}}],
          "requestBody":{"content":{"application/json":{"schema":{"type":"object","required":["n"],
            "properties":{"n":{"type":"integer"},"w":{"type":"string"}}}}}},
          "responses":{"201":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/V"}}}}}}}},
         "components":{"schemas":{"V":{"type":"object","required":["w"],"properties":{"w":{"type":"string","enum":["one","two"]}}}}}}
        """;

    // One form for one document, so that a comparison shows what changed and not where it stands.
    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => KeyValuePair.Create(each.Key, Sorted(each.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
