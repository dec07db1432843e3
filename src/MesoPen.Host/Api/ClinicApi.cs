using MesoPen.Host.Api.Health;
using MesoPen.Host.Api.Telemetry;
using MesoPen.Host.Clinic;
using MesoPen.Host.Diagnostics;
using MesoPen.Host.Records;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MesoPen.Host.Api;

/// <summary>The HTTP API of a station, with everything behind it.</summary>
public static class ClinicApi
{
    /// <summary>Builds it; the caller starts and disposes it.</summary>
    /// <param name="options">Where and who.</param>
    /// <param name="journal">The site's journal. Stays the caller's.</param>
    /// <param name="clock">The time.</param>
    /// <param name="more">Adds services of the caller's own; null for none.</param>
    public static WebApplication Build(ApiOptions options, ISiteJournal journal, TimeProvider clock, Action<WebApplicationBuilder>? more = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "mesopen" });
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.Logging.SetMinimumLevel(options.LogLevel);

        // What keeps the program from starting is said once, in a sentence, by whoever started it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(journal);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(services => new ClinicDesk(journal, clock) { Decided = services.GetRequiredService<ClinicMeter>().Decided });
        builder.Services.AddSingleton<ClinicRequests>();
        builder.Services.AddSingleton<ExchangeDesk>();
        builder.Services.ConfigureHttpJsonOptions(json => ClinicJson.Apply(json.SerializerOptions));
        builder.Services.AddProblemDetails();
        builder.Services.AddAuthentication(TokenAuthentication.Scheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Scheme, null);
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton<IReadinessCheck, RecordsCheck>();
        builder.Services.AddSingleton<IReadinessCheck>(new ComputerCheck("clock", SystemView.Local, clock, null));
        builder.Services.AddSingleton<IReadinessCheck>(new ComputerCheck("data", SystemView.Local, clock, options.Data));
        TelemetrySetup.Add(builder, options);
        more?.Invoke(builder);

        WebApplication app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        Map(app);
        HealthEndpoints.Map(app);
        TelemetrySetup.Map(app, options);
        return app;
    }

    private static void Map(WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api/v1");
        PatientEndpoints.Map(api);
        ProductEndpoints.Map(api);
        OutcomeEndpoints.Map(api);
        ExchangeEndpoints.Map(api);
    }
}
