using System.CommandLine;
using MesoPen.Host.Calibration;
using MesoPen.Host.Diagnostics;

namespace MesoPen.Host.Cli;

/// <summary><c>mesopen instruments</c>.</summary>
internal static class InstrumentsVerb
{
    public static Command Build(CliContext context) =>
        new("instruments", "Balances and gauges for calibration") { Detect(context) };

    private static Command Detect(CliContext context)
    {
        Argument<string?> where = new("ADDRESS")
        {
            Description = "serial:PATH, serial:PATH?baud=N&format=8N1, tcp://HOST:PORT; without one every serial port is tried",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> json = new("--json") { Description = "Answer with one line of JSON for each attempt and each address" };
        Command detect = new("detect", "Try line settings and protocols until an instrument answers, and show what was said; nothing is tared or set")
        {
            where, json,
        };
        detect.SetAction((parsed, cancel) => context.GuardAsync(parsed, json, async () =>
        {
            bool asJson = parsed.GetValue(json);
            InstrumentAddress[] addresses = parsed.GetValue(where) is { } one
                ? [InstrumentAddress.Parse(one)]
                : [.. new PortScan(context.View).Ports().Select(port => InstrumentAddress.Parse($"serial:{port.Address}"))];
            int found = 0;
            foreach (InstrumentAddress address in addresses)
            {
                InstrumentsReport report = new(context, asJson, address);
                InstrumentFinding finding = await new InstrumentDetector(context.Clock, report.Tell).FindAsync(address, cancel);
                report.End(finding);
                found += finding.Found is null ? 0 : 1;
            }

            if (addresses.Length == 0)
            {
                InstrumentsReport.NoPorts(context, asJson);
            }

            return found > 0 ? ExitCode.Completed : ExitCode.LinkLost;
        }));
        return detect;
    }
}
