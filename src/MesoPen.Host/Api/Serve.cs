using MesoPen.Host.Api.Health;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Site;
using MesoPen.Host.Configuration;
using MesoPen.Host.Input;
using MesoPen.Host.Records;
using MesoPen.Host.Station;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging;

namespace MesoPen.Host.Api;

/// <summary><c>mesopen serve</c>: a station of the clinic, until it is told to end.</summary>
internal static class Serve
{
    /// <summary>Runs until SIGTERM or Ctrl-C; a treatment that is under way is paused and settled before it ends.</summary>
    /// <exception cref="InputException">The settings, or what they name, are not what they must be; nothing was changed.</exception>
    /// <exception cref="RecordStoreException">The records cannot be opened.</exception>
    public static async Task RunAsync(SettingsFile settings, TextWriter output, TimeProvider clock, CancellationToken cancel)
    {
        ApiOptions options = Options(settings);
        await using SiteRecords records = await SiteRecords.OpenAsync(settings, mustExist: false, cancel);
        await using StationDelivery? delivery = records.Shared is { } shared ? StationDelivery.Start(options.Station, records.Own, shared, clock) : null;
        await using WebApplication app = ClinicApi.Build(options, records.Site, clock, builder =>
        {
            builder.Services.AddSystemd();
            builder.Services.AddSingleton(new StationRecords(records.Own, records.Own));
            if (delivery is not null)
            {
                builder.Services.AddSingleton<IReadinessCheck>(new DeliveryCheck(delivery));
            }

            if (SystemdHelpers.IsSystemdService())
            {
                builder.Services.AddHostedService<ServiceWatch>();
            }
        });
        try
        {
            await app.StartAsync(cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested || app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // It was told to end while it began: nothing is served yet, and nothing is to be settled.
            return;
        }
        catch (IOException failure)
        {
            throw new InputException("settings", 0, $"{SettingsCatalogue.Urls}: {failure.Message} Let the other program end, or choose another port.", failure);
        }

        IEnumerable<string> addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        foreach (string address in addresses)
        {
            await output.WriteLineAsync($"Station {options.Station} serves {address}. Records: {records.Shared?.Name ?? options.Data}. MesoPen is not an approved medical device.");
        }

        if (SiteSetup.IsNeeded(await app.Services.GetRequiredService<ClinicDesk>().ReadAsync(cancel)))
        {
            SetupCode code = app.Services.GetRequiredService<SetupCode>();
            code.Renewed = renewed =>
            {
                // From whichever request: one line, at once, where the first one stands.
                lock (output)
                {
                    output.WriteLine($"Five wrong setup codes came. Setup code: {renewed}");
                    output.Flush();
                }
            };
            await output.WriteLineAsync($"""
                No clinic was begun here yet. Open {addresses.First()} in a browser.
                  Setup code:  {code.Current}
                  Data folder: {options.Data}
                No device is needed to begin.
                """);
        }

        await output.FlushAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
    }

    private static ApiOptions Options(SettingsFile settings) => new()
    {
        Station = settings.Need(SettingsCatalogue.Station),
        Urls = settings.Need(SettingsCatalogue.Urls).Split(',', StringSplitOptions.TrimEntries),
        Hosts = settings.Need(SettingsCatalogue.Hosts).Split(',', StringSplitOptions.TrimEntries),
        Certificate = settings[SettingsCatalogue.Certificate],
        CertificateKey = settings[SettingsCatalogue.CertificateKey],
        Prometheus = settings[SettingsCatalogue.Prometheus] == "true",
        Otlp = settings[SettingsCatalogue.Otlp] is { } otlp ? new Uri(otlp) : null,
        CalibrationWarningDays = int.Parse(settings.Need(SettingsCatalogue.CalibrationWarning), System.Globalization.CultureInfo.InvariantCulture),
        Data = settings.Need(SettingsCatalogue.Data),
        Zones = settings.Need(SettingsCatalogue.Zones),
        Profiles = settings.Need(SettingsCatalogue.Profiles),
        Device = settings[SettingsCatalogue.Device],
        Devices = settings[SettingsCatalogue.Devices]?.Split(',', StringSplitOptions.TrimEntries) ?? [],
        Simulator = settings[SettingsCatalogue.Simulator],
        LogLevel = Enum.Parse<LogLevel>(settings.Need(SettingsCatalogue.LogLevel)),
    };
}
