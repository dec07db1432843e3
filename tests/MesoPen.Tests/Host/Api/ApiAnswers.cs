using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MesoPen.Tests;

/// <summary>Requests and answers of the API, short to write.</summary>
internal static class ApiAnswers
{
    /// <summary>Id of the problem type that an answer carries, with its status: "409 exists"; "200" for none.</summary>
    public static async Task<string> KindAsync(this HttpResponseMessage answer)
    {
        int status = (int)answer.StatusCode;
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return $"{status}";
        }

        JsonNode problem = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        Assert.Equal(status, (int?)problem["status"]);
        Assert.All(["title", "detail", "remedy"], name => Assert.False(string.IsNullOrWhiteSpace((string?)problem[name])));
        return $"{status} {((string)problem["type"]!)["urn:mesopen:problem:".Length..]}";
    }

    /// <summary>Id of the problem type that a request is answered with.</summary>
    public static async Task<string> KindAsync(this HttpClient client, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage answer = await client.AskAsync(method, path, body, headers);
        return await answer.KindAsync();
    }

    /// <summary>The JSON that a request is answered with; it must succeed.</summary>
    public static async Task<JsonNode> JsonAsync(this HttpClient client, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage answer = await client.AskAsync(method, path, body, headers);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>Sends a request.</summary>
    public static async Task<HttpResponseMessage> AskAsync(
        this HttpClient client, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(method, path);
        request.Content = body switch { null => null, HttpContent content => content, _ => JsonContent.Create(body) };
        foreach ((string name, string value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await client.SendAsync(request);
    }
}
