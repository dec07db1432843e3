using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MesoPen.Hil;

/// <summary>The JSON schema of scenario files, for editors. Made from the same keys and forms that the reader goes by.</summary>
internal static class ScenarioSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as text, ended by a line feed.</summary>
    public static string Text()
    {
        JsonObject root = Mapping(ScenarioKeys.Root, key => key.Name switch
        {
            "scenario" => new JsonObject { ["const"] = 1 },
            "rig" => Mapping(ScenarioKeys.Rig, RigValue),
            "plan" => new JsonObject { ["type"] = new JsonArray("string", "object") },
            "cut" => Mapping(ScenarioKeys.Cut, Value),
            "steps" => List(Mapping(ScenarioKeys.Step, StepValue)),
            "expect" => List(Mapping(ScenarioKeys.Expect, ExpectValue)),
            "levels" => List(new JsonObject { ["enum"] = new JsonArray("virtual", "pty") }),
            "always" => List(new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = 7 }),
            "excuse" => List(Mapping(ScenarioKeys.Excuse, Value)),
            "requirements" or "hazards" => List(new JsonObject { ["type"] = "string" }),
            _ => Value(key),
        });
        root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        root["title"] = "MesoPen scenario";
        return root.ToJsonString(Indented) + "\n";
    }

    private static JsonObject RigValue(ScenarioKey key) => key.Name switch
    {
        "operator" => new JsonObject { ["enum"] = new JsonArray("fast", "auto", "off") },
        "weather" => new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["enum"] = new JsonArray("clear", "ordinary", "drawn") }, Mapping(ScenarioKeys.Weather, Value)) },
        "faults" => List(new JsonObject { ["type"] = "string" }),
        "plant" => new JsonObject { ["type"] = "object" },
        "answers" => List(Mapping(ScenarioKeys.Answer, Value)),
        "certificates" => List(Mapping(ScenarioKeys.Certificate, Value)),
        _ => Value(key),
    };

    private static JsonObject StepValue(ScenarioKey key) => key.Name switch
    {
        "when" or "expect" => Sentences(ConditionForms.All.Select(form => form.Pattern)),
        "do" => Sentences(ActionForms.All.Select(form => form.Pattern)),
        _ => Value(key),
    };

    private static JsonObject ExpectValue(ScenarioKey key) => key.Name == "runs" ? List(new JsonObject { ["type"] = "string" }) : Value(key);

    // JSON Schema's regular expressions (ECMA 262) name groups in the same way.
    private static JsonObject Sentences(IEnumerable<string> patterns) => new()
    {
        ["type"] = "string", ["anyOf"] = new JsonArray([.. patterns.Select(pattern => new JsonObject { ["pattern"] = pattern })]),
    };

    private static JsonObject Value(ScenarioKey key) => key.Form switch
    {
        "number" => new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
        "span" => new JsonObject { ["type"] = "string", ["pattern"] = Duration.Pattern },
        "list" => new JsonObject { ["type"] = "array" },
        "mapping" => new JsonObject { ["type"] = "object" },
        _ => new JsonObject { ["type"] = "string" },
    };

    private static JsonObject List(JsonObject of) => new() { ["type"] = "array", ["items"] = of };

    private static JsonObject Mapping(IReadOnlyList<ScenarioKey> keys, Func<ScenarioKey, JsonObject> value)
    {
        JsonObject properties = [];
        foreach (ScenarioKey key in keys)
        {
            JsonObject property = value(key);
            property["description"] = key.Meaning;
            properties[key.Name] = property;
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. keys.Where(key => key.Required).Select(key => JsonValue.Create(key.Name))]),
            ["properties"] = properties,
        };
    }
}
