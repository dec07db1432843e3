using MesoPen.Host.Api.Live;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Records;
using MesoPen.Host.Station;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MesoPen.Host.Api;

/// <summary>The station among the services of the API.</summary>
internal static class StationServices
{
    /// <summary>Adds what treats. What was added before it stands: a journal of the station's own, another setup.</summary>
    public static void Add(WebApplicationBuilder builder, ApiOptions options, ISiteJournal journal)
    {
        builder.Services.TryAddSingleton(services => ClinicSetup.Create(services.GetRequiredService<HardwareCatalogue>()));
        builder.Services.AddSingleton(services => new LiveFeed(options.Station, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(services => new DeviceTurn(services.GetRequiredService<ClinicDesk>(), options.Station));
        builder.Services.AddSingleton<LiveAccess>();
        builder.Services.AddSingleton(services => new TreatmentStation(
            options, services.GetRequiredService<ClinicDesk>(), services.GetRequiredService<StationSetup>(), services.GetRequiredService<LiveFeed>(),
            services.GetRequiredService<DeviceTurn>(), services.GetRequiredService<TimeProvider>(), RecordsOf(services, journal)));
        builder.Services.AddHostedService(services => services.GetRequiredService<TreatmentStation>());
        builder.Services.AddSingleton(services => new CalibrationBench(
            services.GetRequiredService<ClinicDesk>(), options.Station, services.GetRequiredService<DeviceTurn>(),
            services.GetRequiredService<TimeProvider>()));
        builder.Services.AddHostedService(services => services.GetRequiredService<CalibrationBench>());
        builder.Services.AddSingleton<CalibrationDesk>();
        builder.Services.AddSingleton<CertificateViews>();
        builder.Services.AddSingleton<StationCommands>();
        builder.Services.AddSingleton<SimulatorLine>();
        builder.Services.AddSignalR().AddJsonProtocol(json => ClinicJson.Apply(json.PayloadSerializerOptions));
    }

    /// <summary>The station's own journal, if it is not the site's; else that one, if a treatment can write to it.</summary>
    private static StationRecords? RecordsOf(IServiceProvider services, ISiteJournal journal) => services.GetService<StationRecords>()
        ?? (services.GetService<SqliteSiteJournal>() is { } own ? StationRecords.Of(own) : StationRecords.Of(journal));

    /// <summary>Where it is followed.</summary>
    public static void Map(WebApplication app) => app
        .MapHub<LiveHub>("/live", options => options.Transports = HttpTransportType.WebSockets | HttpTransportType.ServerSentEvents)
        .For(RoleWords.All);
}
