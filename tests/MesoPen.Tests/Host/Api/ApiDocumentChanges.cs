using System.Text.Json.Nodes;

namespace MesoPen.Tests;

/// <summary>What a client of the older OpenAPI document would stumble over in the newer one.</summary>
internal sealed class ApiDocumentChanges
{
    // Deeper is a schema that holds itself.
    private const int DepthMax = 12;

    private readonly JsonNode _older;
    private readonly JsonNode _newer;
    private readonly List<string> _found = [];

    private ApiDocumentChanges(JsonNode older, JsonNode newer) => (_older, _newer) = (older, newer);

    /// <summary>Every breaking change, in words; none if there is none.</summary>
    public static IReadOnlyList<string> Breaking(JsonNode older, JsonNode newer)
    {
        ApiDocumentChanges changes = new(older, newer);
        foreach ((string path, JsonNode? item) in older["paths"]!.AsObject())
        {
            foreach ((string method, JsonNode? operation) in item!.AsObject())
            {
                changes.Operation($"{method.ToUpperInvariant()} {path}", operation!, newer["paths"]?[path]?[method]);
            }
        }

        return changes._found;
    }

    private void Operation(string at, JsonNode older, JsonNode? newer)
    {
        if (newer is null)
        {
            _found.Add($"{at}: the operation is gone");
            return;
        }

        Parameters(at, older["parameters"]?.AsArray() ?? [], newer["parameters"]?.AsArray() ?? []);
        if (older["requestBody"] is null && newer["requestBody"]?["required"]?.GetValue<bool>() == true)
        {
            _found.Add($"{at}: a body is required now");
        }

        Schema($"{at} body", Body(older["requestBody"]), Body(newer["requestBody"]), input: true, 0);
        foreach ((string status, JsonNode? answer) in older["responses"]!.AsObject().Where(each => each.Key[0] == '2'))
        {
            if (newer["responses"]?[status] is not { } kept)
            {
                _found.Add($"{at}: the answer {status} is gone");
                continue;
            }

            Schema($"{at} {status}", Body(answer), Body(kept), input: false, 0);
        }
    }

    private void Parameters(string at, JsonArray older, JsonArray newer)
    {
        foreach (JsonNode? was in older)
        {
            JsonNode? same = newer.FirstOrDefault(each => Name(each) == Name(was));
            if (same is null)
            {
                _found.Add($"{at}: the parameter {Name(was)} is gone");
            }
            else if (Types(same["schema"]) != Types(was!["schema"]))
            {
                _found.Add($"{at}: the parameter {Name(was)} is of another type");
            }
        }

        foreach (JsonNode? needed in newer.Where(each => each!["required"]?.GetValue<bool>() == true))
        {
            if (older.FirstOrDefault(each => Name(each) == Name(needed))?["required"]?.GetValue<bool>() != true)
            {
                _found.Add($"{at}: the parameter {Name(needed)} is required now");
            }
        }
    }

    private void Schema(string at, JsonNode? older, JsonNode? newer, bool input, int depth)
    {
        older = Resolve(_older, older);
        newer = Resolve(_newer, newer);
        if (older is null || depth > DepthMax)
        {
            return;
        }

        if (newer is null)
        {
            _found.Add($"{at}: the form is gone");
            return;
        }

        if (Types(older) != Types(newer))
        {
            _found.Add($"{at}: the type was {Types(older)} and is {Types(newer)}");
        }

        foreach (string word in Texts(older["enum"]).Except(newer["enum"] is null ? Texts(older["enum"]) : Texts(newer["enum"])))
        {
            _found.Add($"{at}: the word {word} is gone");
        }

        foreach ((string name, JsonNode? property) in older["properties"]?.AsObject() ?? [])
        {
            if (newer["properties"]?[name] is { } kept)
            {
                Schema($"{at}.{name}", property, kept, input, depth + 1);
            }
            else
            {
                _found.Add($"{at}: the property {name} is gone");
            }
        }

        (JsonNode gains, JsonNode had) = input ? (newer, older) : (older, newer);
        foreach (string name in Texts(gains["required"]).Except(Texts(had["required"])))
        {
            _found.Add(input ? $"{at}: the property {name} is required now" : $"{at}: the property {name} may be missing now");
        }

        Schema($"{at}[]", older["items"], newer["items"], input, depth + 1);
        Schema($"{at}{{}}", older["additionalProperties"] as JsonObject, newer["additionalProperties"], input, depth + 1);
        Branches(at, older, newer, input, depth);
    }

    private void Branches(string at, JsonNode older, JsonNode newer, bool input, int depth)
    {
        foreach (string sort in new[] { "oneOf", "anyOf", "allOf" })
        {
            JsonArray branches = older[sort]?.AsArray() ?? [];
            for (int each = 0; each < branches.Count; each++)
            {
                JsonArray now = newer[sort]?.AsArray() ?? [];
                Schema($"{at}/{sort}{each}", branches[each], each < now.Count ? now[each] : null, input, depth + 1);
            }
        }
    }

    private static JsonNode? Body(JsonNode? holder) => holder?["content"]?["application/json"]?["schema"];

    /// <summary>The form itself; null for none, and for a form that is only true or false and so says nothing of what it holds.</summary>
    private static JsonNode? Resolve(JsonNode document, JsonNode? schema) => schema is not JsonObject ? null
        : schema["$ref"] is { } reference ? document["components"]?["schemas"]?[reference.GetValue<string>().Split('/')[^1]]
        : schema;

    private static string Name(JsonNode? parameter) => $"{parameter!["in"]} {parameter["name"]}";

    private static string Types(JsonNode? schema) => schema?["type"] switch
    {
        JsonArray several => string.Join('|', several.Select(each => each!.GetValue<string>()).Order(StringComparer.Ordinal)),
        { } one => one.GetValue<string>(),
        null => "any",
    } + (schema?["format"] is { } format ? $":{format}" : "");

    private static IEnumerable<string> Texts(JsonNode? list) => list?.AsArray().Select(each => each?.ToString() ?? "null") ?? [];
}
