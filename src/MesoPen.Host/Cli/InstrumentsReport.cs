using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;

namespace MesoPen.Host.Cli;

/// <summary>Shows how a detection goes at one address: the transcript as it grows, then what was found or what to check.</summary>
internal sealed class InstrumentsReport
{
    private readonly CliContext _context;
    private readonly bool _json;
    private readonly InstrumentAddress _address;

    public InstrumentsReport(CliContext context, bool json, InstrumentAddress address)
    {
        (_context, _json, _address) = (context, json, address);
        if (!json)
        {
            context.Output.WriteLine(PlainText.Of(address.Text));
        }
    }

    /// <summary>There was nothing to try.</summary>
    public static void NoPorts(CliContext context, bool json)
    {
        const string Sentence = "This computer has no serial port: plug the instrument's cable in, or name its address, as in tcp://balance:4001.";
        if (json)
        {
            context.Json(new JsonObject { ["type"] = "none", ["message"] = Sentence });
        }
        else
        {
            context.Output.WriteLine(Sentence);
        }
    }

    /// <summary>One attempt has ended.</summary>
    public void Tell(InstrumentAttempt attempt)
    {
        if (_json)
        {
            _context.Json(new JsonObject
            {
                ["type"] = "attempt",
                ["address"] = _address.Text,
                ["settings"] = attempt.Settings,
                ["protocol"] = attempt.Protocol,
                ["wire"] = new JsonArray([.. attempt.Wire.Select(each => (JsonNode)new JsonObject { [each.Sent ? "sent" : "came"] = each.Text })]),
                ["verdict"] = attempt.Verdict,
            });
            return;
        }

        _context.Output.WriteLine($"  {$"{attempt.Settings} {attempt.Protocol}".Trim()}: {attempt.Verdict}");
        foreach (InstrumentWire each in attempt.Wire)
        {
            _context.Output.WriteLine($"    {(each.Sent ? "sent" : "came")} {each.Text}");
        }
    }

    /// <summary>The address is done.</summary>
    public void End(InstrumentFinding finding)
    {
        if (_json)
        {
            _context.Json(new JsonObject
            {
                ["type"] = "instrument",
                ["address"] = _address.Text,
                ["found"] = finding.Found?.Text,
                ["protocol"] = finding.Found?.Protocol?.Word(),
                ["quantity"] = finding.Shows?.Quantity.ToString().ToLowerInvariant(),
                ["model"] = finding.Identity?.Model,
                ["serial"] = finding.Identity?.Serial,
                ["value"] = finding.Shows is { HasValue: true } shows ? shows.Value : null,
                ["stable"] = finding.Shows is { HasValue: true } rest ? rest.Stable : null,
                ["message"] = finding.Sentence,
            });
        }
        else
        {
            _context.Output.WriteLine(PlainText.Of(finding.Sentence));
        }
    }
}
