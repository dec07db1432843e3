using System.CommandLine;
using MesoPen.Host.Control;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen treat</c>: its options. What it does is <see cref="TreatOptions"/>' user.</summary>
internal static class TreatVerb
{
    public static Command Build(CliContext context, Func<TreatOptions, CancellationToken, Task<int>> treat)
    {
        Argument<string> plan = new("PLAN") { Description = "Plan file (docs/plans.md)" };
        Option<string> device = new("--device")
        {
            Description = "Device address: a path, serial:PATH?baud=N, or tcp://HOST:PORT", HelpName = "ADDRESS", Required = true,
        };
        Option<string> data = RecordsVerb.DataOption();
        Option<bool> yes = new("--yes") { Description = "Answer every question with yes: for simulations and tests, never for a patient" };
        Option<bool> json = new("--json") { Description = "Say everything as lines of JSON; the last one is the summary" };
        Option<bool> resume = new("--resume") { Description = "Go on with the newest session of this plan that was not closed" };
        Option<string?> capture = new("--capture") { Description = "Write every frame that is sent or received to this file", HelpName = "FILE" };
        Option<string?> serial = new("--serial") { Description = "Serial number that the device must have; any if left out", HelpName = "SERIAL" };
        Option<string?> certificates = new("--certificates")
        {
            Description = "File of the certificates of devices (docs/plans.md); without it a device's own due day alone rules", HelpName = "FILE",
        };
        Option<int> patience = NumberOption.Build(
            "--link-patience", "Seconds for which the device may be away before the run ends with exit code 6", "SECONDS", 30, 1, 86_400);
        Option<string> person = new("--person") { Description = "Who treats, for the records", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };
        Option<string> zones = HardwareFiles.Zones();
        Option<string> profiles = HardwareFiles.Profiles();
        Command verb = new("treat", "Treat by a plan: grants permits to the device, follows its shots, records everything")
        {
            plan, device, data, yes, json, resume, capture, serial, certificates, patience, person, zones, profiles,
        };
        verb.SetAction((parsed, cancel) => context.GuardAsync(parsed, json, () => treat(
            new TreatOptions
            {
                Plan = parsed.GetRequiredValue(plan),
                Device = parsed.GetRequiredValue(device),
                Data = parsed.GetRequiredValue(data),
                Zones = parsed.GetRequiredValue(zones),
                Profiles = parsed.GetRequiredValue(profiles),
                Yes = parsed.GetValue(yes),
                Json = parsed.GetValue(json),
                Resume = parsed.GetValue(resume),
                Capture = parsed.GetValue(capture),
                Serial = parsed.GetValue(serial),
                Certificates = parsed.GetValue(certificates),
                LinkPatience = TimeSpan.FromSeconds(parsed.GetValue(patience)),
                Person = parsed.GetRequiredValue(person),
            },
            cancel)));
        return verb;
    }
}
