using System.Globalization;
using MesoPen.Host.Api.Health;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;

namespace MesoPen.Host.Api;

/// <summary>
/// Tells systemd's watchdog that this process lives, for as long as the station's parts answer: a process that hangs is restarted, and the device
/// has stopped by its lease long before.
/// </summary>
internal sealed class ServiceWatch(ISystemdNotifier notifier, IEnumerable<IReadinessCheck> checks, TimeProvider clock) : BackgroundService
{
    // systemd asks for at least one sign of life in this time; it is given twice.
    private const string Variable = "WATCHDOG_USEC";
    private const int SignsPerPeriod = 2;
    private const int MicrosecondsPerMs = 1000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!notifier.IsEnabled
            || !long.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out long period)
            || period <= 0)
        {
            return;
        }

        TimeSpan pause = TimeSpan.FromMilliseconds(Math.Max(1, period / SignsPerPeriod / MicrosecondsPerMs));
        while (true)
        {
            await Task.Delay(pause, clock, stoppingToken);

            // What was found does not matter here, only that every check came to an answer: a database that is away is no reason to restart.
            HealthAnswer answer = await HealthEndpoints.ExamineAsync(checks, clock, stoppingToken);
            notifier.Notify(new ServiceState($"WATCHDOG=1\nSTATUS={answer.State}"));
        }
    }
}
