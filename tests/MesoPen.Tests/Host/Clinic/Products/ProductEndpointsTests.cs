using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MesoPen.Host.Clinic.People;

namespace MesoPen.Tests;

public sealed class ProductEndpointsTests
{
    private const string Scan = "0109521234543213" + "17700131" + "10ABC";

    private static readonly JsonObject Product = new()
    {
        ["product_id"] = "ha",
        ["name"] = "Hyaluronic acid 1.5 %",
        ["gtin"] = "9521234543213",
        ["manufacturer"] = "Maker",
        ["ingredients"] = new JsonArray(new JsonObject
        {
            ["name"] = "hyaluronic acid", ["class"] = "non-cross-linked-hyaluronic-acid", ["synonyms"] = new JsonArray(),
        }),
        ["allergens"] = new JsonArray(),
        ["allowed_zones"] = new JsonArray("cheek.left"),
        ["depth_max_um"] = 1500,
        ["depth_source"] = "instructions for use",
        ["session_max_nl"] = 2_000_000,
        ["session_source"] = "instructions for use",
        ["point_max_nl"] = 50_000,
        ["point_source"] = "instructions for use",
        ["open_hours_max"] = 4,
        ["open_source"] = "instructions for use",
    };

    // Aim: from the sheet to an opened vial, a mixture and a head, by the API alone; each is found again, alone and in its list.
    [Fact]
    public async Task Shelf_is_filled_by_the_api_alone()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Clinician | Role.Administrator);
        await Made(client, "products", Product);
        JsonNode scan = await Json(await client.PostAsJsonAsync("/api/v1/scans", new { text = Scan }));
        Assert.Equal(("ABC", "ha"), ((string?)scan["elements"]!["lot"], (string?)scan["product_id"]));

        await Made(client, "lots", new { lot_id = "L1", scan = Scan });
        foreach (string vial in (string[])["V1", "V2"])
        {
            await Made(client, "vials", new { vial_id = vial, lot_id = "L1", volume_nl = 3_000_000 });
            Assert.Equal(HttpStatusCode.OK, (await client.PostAsync($"/api/v1/vials/{vial}/open", null)).StatusCode);
        }

        await Made(client, "mixtures", new { mixture_id = "X1", parts = new[] { new { vial_id = "V1", volume_nl = 1 }, new { vial_id = "V2", volume_nl = 2 } } });
        await Made(client, "head-types", new
        {
            head_type_id = "T1", sheet = new { title = "Head", needles = 1, punctures_warning = 3, punctures_max = 60, reason = "decided by the clinic" },
        });
        await Made(client, "heads", new { head_type_id = "T1", lot = "N1", sterile_until = "2099-01-31", running_number = 1 });

        foreach (string thing in (string[])["products/ha", "lots/L1", "vials/V1", "vials/X1", "mixtures/X1", "head-types/T1", "heads/N1-1"])
        {
            HttpResponseMessage found = await client.GetAsync("/api/v1/" + thing);
            Assert.True(found.StatusCode == HttpStatusCode.OK && found.Headers.ETag is not null, thing);
        }

        foreach (string nothing in (string[])["products/x", "lots/x", "vials/x", "mixtures/V1", "head-types/x", "heads/x"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/" + nothing)).StatusCode);
        }

        Assert.Equal(2_999_999, (long)(await Json(await client.GetAsync("/api/v1/vials/V1")))["left_nl"]!);
        JsonNode first = await Json(await client.GetAsync("/api/v1/vials?limit=1"));
        JsonNode second = await Json(await client.GetAsync($"/api/v1/vials?limit=1&after={first["next"]}"));
        Assert.Equal(("V1", "V2", null), ((string?)first["items"]![0]!["id"], (string?)second["items"]![0]!["id"], (string?)second["next"]));
        foreach (string list in (string[])["products", "lots", "mixtures", "head-types", "heads"])
        {
            Assert.Single((await Json(await client.GetAsync("/api/v1/" + list)))["items"]!.AsArray());
        }
    }

    // Aim: a change upon an old version is refused and changes nothing; upon the newest it holds and names the new version.
    [Fact]
    public async Task Change_upon_an_old_version_is_refused()
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Administrator);
        await Made(client, "products", Product);
        string old = (await client.GetAsync("/api/v1/products/ha")).Headers.ETag!.Tag;
        HttpResponseMessage changed = await Change(client, old, 1400);
        HttpResponseMessage late = await Change(client, old, 1300);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (changed.StatusCode, late.StatusCode));
        Assert.NotEqual(old, changed.Headers.ETag!.Tag);
        Assert.Equal((1400, 2), ((int)(await Json(await client.GetAsync("/api/v1/products/ha")))["depth_max_um"]!, clinic.Desk.Known.Products.Find("ha")!.Revision));
    }

    // Aim: what is wrong in a request is a 4xx with a type of its own, and changes nothing.
    [Theory]
    [InlineData("scans", """{"text":"+A123"}""", 422, "scan-unreadable")]
    [InlineData("lots", """{"lot_id":"L1","scan":"010952123454321317700131" }""", 422, "invalid")]
    [InlineData("lots", """{"lot_id":"L1","scan":"01095212345432131770013110ABC21123"}""", 422, "scan-ambiguous")]
    [InlineData("lots", """{"lot_id":"L1","scan":"01095212345432131770013110ABC","lot":"ABD"}""", 409, "scan-mismatch")]
    [InlineData("lots/L9/recall", """{"reason":"letter"}""", 404, "unknown")]
    [InlineData("vials", """{"vial_id":"V1","lot_id":"L9","volume_nl":1}""", 422, "invalid")]
    [InlineData("vials/V9/discard", """{"reason":"dropped"}""", 404, "unknown")]
    [InlineData("mixtures", """{"mixture_id":"X1","parts":[null,null]}""", 422, "invalid")]
    [InlineData("heads", """{"head_id":"H1"}""", 422, "invalid")]
    [InlineData("heads/H9/discard", """{"reason":"dropped"}""", 404, "unknown")]
    [InlineData("products/ha/retire", """{"reason":""}""", 422, "invalid")]
    [InlineData("lots", """{"lot_id":"L1","lots":"x"}""", 400, null)]
    [InlineData("vials", """{"vial_id":null,"lot_id":"L9","volume_nl":1}""", 400, null)]
    [InlineData("vials", """{"vial_id":"V1","lot_id":"L9","volume_nl":1e30}""", 400, null)]
    public async Task Wrong_request_is_a_clear_refusal(string path, string body, int status, string? type)
    {
        await using ServedClinic clinic = await ServedClinic.StartAsync();
        using HttpClient client = await clinic.ClientAsync(Role.Clinician | Role.Administrator);
        await Made(client, "products", Product);
        long before = (await clinic.Desk.ReadAsync()).LastSequence;
        using StringContent content = new(body, System.Text.Encoding.UTF8, "application/json");
        HttpResponseMessage answer = await client.PostAsync("/api/v1/" + path, content);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.True(type is null || (string?)(await Json(answer))["type"] == "urn:mesopen:problem:" + type);
        Assert.Equal(before, (await clinic.Desk.ReadAsync()).LastSequence);
    }

    private static async Task Made(HttpClient client, string list, object body)
    {
        HttpResponseMessage made = await client.PostAsJsonAsync("/api/v1/" + list, body);
        Assert.True(made.StatusCode == HttpStatusCode.Created, $"{list}: {await made.Content.ReadAsStringAsync()}");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(made.Headers.Location)).StatusCode);
    }

    private static async Task<HttpResponseMessage> Change(HttpClient client, string tag, int depthUm)
    {
        JsonObject sheet = (JsonObject)Product.DeepClone();
        sheet.Remove("product_id");
        sheet["depth_max_um"] = depthUm;
        using HttpRequestMessage request = new(HttpMethod.Put, "/api/v1/products/ha") { Content = JsonContent.Create(sheet) };
        request.Headers.IfMatch.ParseAdd(tag);
        return await client.SendAsync(request);
    }

    private static async Task<JsonNode> Json(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
}
