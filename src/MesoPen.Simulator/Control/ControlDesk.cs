using System.Text.Json;
using System.Text.Json.Nodes;

namespace MesoPen.Simulator;

/// <summary>
/// What can be asked of a running simulator in a line of JSON, and its answer. It owns nothing: faults are those of the one catalogue, hands and
/// machine those of the device. To be asked between two milliseconds only.
/// </summary>
/// <param name="device">The device.</param>
/// <param name="profile">Its profile.</param>
public sealed class ControlDesk(SimulatedDevice device, DeviceProfile profile)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4 };

    /// <summary>The answer to a line, without the line's end; null if it is not one JSON object.</summary>
    public string? Answer(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            if (JsonNode.Parse(line, documentOptions: Strict) is not JsonObject asked)
            {
                return null;
            }

            var answer = Do(asked);
            answer.Insert(0, "ok", true);
            return answer.ToJsonString();
        }
        catch (JsonException)
        {
            return null;
        }
        catch (SimulatorInputException refused)
        {
            return Refusal(refused.Message);
        }
    }

    internal static string Refusal(string sentence) => new JsonObject { ["ok"] = false, ["error"] = sentence }.ToJsonString();

    private JsonObject Do(JsonObject asked)
    {
        var what = Text(asked, "do") ?? throw Bad("\"do\" is missing");
        string[] known = what switch
        {
            "faults" or "cartridge" or "plant" => ["do"],
            "fault" => ["do", "spec"],
            "end" => ["do", "name"],
            "hands" => ["do", "by", "skin", "trigger", "stop_button"],
            _ => throw Bad($"there is no \"{what}\" to do"),
        };
        if (asked.FirstOrDefault(pair => !known.Contains(pair.Key)) is { Key: { } strange })
        {
            throw Bad($"\"{strange}\" is not known to {what}");
        }

        return what switch
        {
            "faults" => new JsonObject { ["grammar"] = FaultSpec.Grammar, ["faults"] = FaultList.Catalogue() },
            "fault" => Begin(Text(asked, "spec") ?? throw Bad("fault needs a spec, such as occlusion@now")),
            "end" => End(Text(asked, "name")),
            "hands" => Hands(asked),
            "cartridge" => Swap(),
            _ => Now(),
        };
    }

    private JsonObject Begin(string text)
    {
        device.Inject(FaultSpec.Parse(text, "fault"));
        return Now();
    }

    private JsonObject End(string? name)
    {
        if (name is not null && FaultCatalogue.Find(name) is null)
        {
            throw Bad($"there is no fault '{name}'");
        }

        device.WithdrawFaults(name);
        return Now();
    }

    private JsonObject Hands(JsonObject asked)
    {
        // All is read before anything moves: half of a refused line must not have happened.
        var by = Text(asked, "by");
        var skin = Flag(asked, "skin");
        var trigger = Flag(asked, "trigger");
        var stop = Flag(asked, "stop_button");
        if (by is not (null or "person" or "operator"))
        {
            throw Bad("by is person or operator");
        }

        if (by == "operator" && (skin ?? trigger) is not null)
        {
            throw Bad("the operator moves by itself: with by operator neither skin nor trigger can be said");
        }

        if (by == "operator")
        {
            device.Hands.TakeBack(device.Plant);
        }
        else if (by == "person" || (skin ?? trigger) is not null)
        {
            device.Hands.StepAside();
        }

        if (skin is { } touches)
        {
            device.Hands.Touch(device.Plant, touches);
        }

        device.Plant.Finger = trigger ?? device.Plant.Finger;
        device.Plant.StopButton = stop ?? device.Plant.StopButton;
        return Now();
    }

    private JsonObject Swap()
    {
        device.Plant.InsertCartridge();
        return Now();
    }

    private JsonObject Now() => new() { ["plant"] = PlantPicture.Of(device, profile), ["acting"] = FaultList.Open(device) };

    private static string? Text(JsonObject asked, string key) => asked[key] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw Bad($"\"{key}\" is a text"),
    };

    private static bool? Flag(JsonObject asked, string key) => asked[key] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out bool flag) => flag,
        _ => throw Bad($"\"{key}\" is true or false"),
    };

    private static SimulatorInputException Bad(string why) => new($"This cannot be done: {why}. What can is in docs/faults.md.");
}
