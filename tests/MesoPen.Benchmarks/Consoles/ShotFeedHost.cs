using MesoPen.Host.Api;
using MesoPen.Host.Records;
using MesoPen.Host.Station;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MesoPen.Benchmarks;

/// <summary>
/// A host whose live feed tells of ten shots a second, for as long as it runs. No gun and no cartridge last for half an hour of that; the page must. All the rest is the
/// host as it is: its records, its API, its hub.
/// </summary>
internal static class ShotFeedHost
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    /// <summary>Serves until the process is told to end. Shots begin with the first session.</summary>
    public static async Task RunAsync(string data, string url, string device)
    {
        ApiOptions options = new()
        {
            Station = "S1", Urls = [url], Data = data, Device = device, LogLevel = LogLevel.Warning,
        };
        await using SqliteSiteJournal journal = SqliteSiteJournal.Open(data);
        await using WebApplication app = ClinicApi.Build(options, journal, TimeProvider.System, builder =>
            builder.Services.AddSingleton(new StationRecords(journal, journal)));
        await app.StartAsync();
        Console.WriteLine($"Station S1 serves {url}.");
        using CancellationTokenSource end = new();
        Task feeding = FeedAsync(app.Services.GetRequiredService<LiveFeed>(), end.Token);
        await app.WaitForShutdownAsync();
        await end.CancelAsync();
        await feeding;
    }

    private static async Task FeedAsync(LiveFeed feed, CancellationToken end)
    {
        using PeriodicTimer timer = new(Tick);
        uint shot = 0;
        try
        {
            for (long tick = 0; await timer.WaitForNextTickAsync(end); tick++)
            {
                if (feed.View is not { SessionId: not null, Zones: { IsEmpty: false } zones } view)
                {
                    continue;
                }

                StationZone zone = zones[(int)(shot / 100 % zones.Length)];
                if (tick % 2 == 0)
                {
                    feed.Add(new LiveShot(++shot, zone.Zone, "delivered", 900, 20_000, false));
                }

                feed.Show(view with { State = "Delivering", Zone = zone.Zone, DeliveredNl = shot * 20_000L, Punctures = shot * 5L });
                feed.Trace(Samples(tick));
            }
        }
        catch (OperationCanceledException)
        {
            // The host was told to end.
        }
    }

    /// <summary>Five samples of 10 ms: the shape of a stroke, its numbers of no meaning.</summary>
    private static IEnumerable<LiveSample> Samples(long tick)
    {
        for (int part = 0; part < 5; part++)
        {
            double phase = (tick % 2 * 5 + part) / 10.0 * Math.PI;
            yield return new LiveSample((tick * 50) + (part * 10), (int)(Math.Sin(phase) * 300), (int)(Math.Sin(phase) * 900));
        }
    }
}
