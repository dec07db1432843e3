using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace MesoPen.Host.Diagnostics;

/// <summary>What was found, for people and for programs.</summary>
public static class DevicesReport
{
    /// <summary>Lines for people, without the last line end.</summary>
    public static string ToText(IReadOnlyList<FoundDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(devices);
        if (devices.Count == 0)
        {
            return "No serial port was found: plug the device in, or name its address with --device.";
        }

        StringBuilder text = new();
        foreach (FoundDevice device in devices)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{device.Address}");
            if (device.Facts is { } facts)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    {facts.Model}, serial {facts.Serial}, firmware {facts.FirmwareVersion}, needles: {facts.Needles}, state: {facts.Status.State}");
                if (facts.Simulated)
                {
                    text.AppendLine("    SIMULATED: it has no needle, no product and no patient.");
                }
            }

            if (device.Port is { } port)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    {port.Node}{(port.Adapter is null ? "" : ", " + port.Adapter)}");
            }

            if (device.Problem is { } problem)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    {problem}");
            }
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>One object a device, of the type <c>device</c>.</summary>
    public static IEnumerable<JsonObject> ToJson(IReadOnlyList<FoundDevice> devices)
    {
        ArgumentNullException.ThrowIfNull(devices);
        return devices.Select(static device => new JsonObject
        {
            ["type"] = "device",
            ["address"] = device.Address,
            ["state"] = device.State.ToString().ToLowerInvariant(),
            ["problem"] = device.Problem,
            ["model"] = device.Facts?.Model,
            ["serial"] = device.Facts?.Serial,
            ["firmware"] = device.Facts?.FirmwareVersion.ToString(),
            ["needles"] = device.Facts?.Needles,
            ["simulated"] = device.Facts?.Simulated,
            ["calibration_due_day"] = device.Facts?.CalibrationDueDay,
            ["node"] = device.Port?.Node,
            ["stable_name"] = device.Port?.StableName,
            ["adapter"] = device.Port?.Adapter,
        });
    }
}
