using System.CommandLine;
using System.Text.Json.Nodes;
using MesoPen.Host.Diagnostics;
using MesoPen.Host.Links;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen devices</c>.</summary>
internal static class DevicesVerb
{
    public static Command Build(CliContext context)
    {
        Option<string[]> named = new("--device")
        {
            Description = "Address to ask besides the serial ports of this computer; may be given several times",
            HelpName = "ADDRESS",
            DefaultValueFactory = _ => [],
        };
        Option<int> baud = NumberOption.Build("--baud", "Rate at which serial ports are asked", "BAUD", DeviceAddress.DefaultBaud, 1200, 4_000_000);
        Option<int> timeout = NumberOption.Build("--timeout", "Seconds that an address may take; all are asked at once", "SECONDS", 3, 1, 60);
        Option<bool> json = new("--json") { Description = "Answer with one line of JSON for each address" };
        Command devices = new("devices", "Ask every serial port who is there; nothing is sent that a device could act on") { named, baud, timeout, json };
        devices.SetAction((parsed, cancel) => context.GuardAsync(parsed, json, async () =>
        {
            DeviceAddress[] addresses = [.. parsed.GetRequiredValue(named).Select(text => DeviceAddress.Parse(text, parsed.GetValue(baud)))];
            DeviceFinder finder = new(context.View, context.Clock, TimeSpan.FromSeconds(parsed.GetValue(timeout)), parsed.GetValue(baud));
            IReadOnlyList<FoundDevice> found = await finder.FindAsync(addresses, cancel);
            if (parsed.GetValue(json))
            {
                foreach (JsonObject line in DevicesReport.ToJson(found))
                {
                    context.Json(line);
                }
            }
            else
            {
                context.Output.WriteLine(DevicesReport.ToText(found));
            }

            // Whoever names a device wants that one; whoever names none wants to see what there is.
            bool missing = addresses.Any(address => !found.Any(device => device.Address == address.Text && device.State == FoundState.Usable));
            return missing ? ExitCode.LinkLost : ExitCode.Completed;
        }));
        return devices;
    }
}
