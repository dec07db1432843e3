using MesoPen.Host.Api.Console;
using MesoPen.Host.Api.Events;
using MesoPen.Host.Api.Health;
using MesoPen.Host.Api.Telemetry;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Diagnostics;
using MesoPen.Host.Records;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MesoPen.Host.Api;

/// <summary>The HTTP API of a station, with everything behind it.</summary>
public static class ClinicApi
{
    // Deeper than anything that the API takes.
    private const int JsonDepthMax = 16;

    // Either scheme, by what the request carries.
    private const string AnyScheme = "token-or-cookie";

    /// <summary>Builds it; the caller starts and disposes it.</summary>
    /// <param name="options">Where and who.</param>
    /// <param name="journal">The site's journal. Stays the caller's.</param>
    /// <param name="clock">The time.</param>
    /// <param name="more">Adds services of the caller's own; null for none.</param>
    /// <exception cref="Input.InputException">An address without HTTPS is not of this machine, or the certificate cannot be used.</exception>
    public static WebApplication Build(ApiOptions options, ISiteJournal journal, TimeProvider clock, Action<WebApplicationBuilder>? more = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ListenAddresses.Check(options.Urls);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "mesopen" });
        builder.WebHost.UseUrls([.. options.Urls]).UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.BodyBytesMax;
            kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = ServerCertificate.Load(options));
        });
        builder.Logging.SetMinimumLevel(options.LogLevel);

        // What keeps the program from starting is said once, in a sentence, by whoever started it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(journal);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(services => new ClinicDesk(journal, clock) { Decided = services.GetRequiredService<ClinicMeter>().Decided });
        builder.Services.AddSingleton<PasswordDesk>();
        builder.Services.AddSingleton<SetupCode>();
        builder.Services.AddSingleton<DeviceDesk>();
        builder.Services.AddSingleton<ClinicRequests>();
        builder.Services.AddSingleton<ExchangeDesk>();
        AddFrame(builder.Services, options);
        builder.Services.AddSingleton(_ => HardwareCatalogue.Load(
            options.Zones ?? HardwareCatalogue.ZonesBesideProgram, options.Profiles ?? HardwareCatalogue.ProfilesBesideProgram));
        builder.Services.AddSingleton<IReadinessCheck, RecordsCheck>();
        builder.Services.AddSingleton<IReadinessCheck, CalibrationCheck>();
        builder.Services.AddSingleton<IReadinessCheck>(new ComputerCheck("clock", SystemView.Local, clock, null));
        builder.Services.AddSingleton<IReadinessCheck>(new ComputerCheck("data", SystemView.Local, clock, options.Data));
        TelemetrySetup.Add(builder, options);
        more?.Invoke(builder);
        StationServices.Add(builder, options, journal);
        builder.Services.AddQuietFramework();

        WebApplication app = builder.Build();
        UseFrame(app, options);
        Map(app);
        HealthEndpoints.Map(app);
        TelemetrySetup.Map(app, options);
        return app;
    }

    private static void AddFrame(IServiceCollection services, ApiOptions options)
    {
        services.Configure<JsonOptions>(json =>
        {
            ClinicJson.Apply(json.SerializerOptions);
            json.SerializerOptions.MaxDepth = JsonDepthMax;
        });
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.AddProblemDetails();
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddExceptionHandler<FailureAnswers>();
        services.AddAuthentication(AnyScheme)
            .AddPolicyScheme(AnyScheme, null, either => either.ForwardDefaultSelector = http =>
                http.Request.Headers.ContainsKey("Authorization") || !http.Request.Cookies.ContainsKey(CookieAuthentication.CookieName(http))
                    ? TokenAuthentication.Scheme
                    : CookieAuthentication.Scheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Scheme, null)
            .AddScheme<AuthenticationSchemeOptions, CookieAuthentication>(CookieAuthentication.Scheme, null);
        services.AddAuthorization();
        services.AddRequestLimits(options);
        services.AddApiDocument();
    }

    // In this order: what every answer needs, what refuses, then the endpoints.
    private static void UseFrame(WebApplication app, ApiOptions options)
    {
        RequestArrival.Use(app, app.Services.GetRequiredService<TimeProvider>());
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages(context => ApiProblems.For(context.HttpContext.Response.StatusCode) is { } type
            ? ProblemAnswer.WriteAsync(context.HttpContext, type.With(type.Cause))
            : Task.CompletedTask);
        app.UseHostGuard(ListenAddresses.Names(options));
        app.UseConsole(options.Console ?? ConsoleFiles.BesideProgram);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseCrossSiteGuard();
        app.UseAuthorization();
    }

    private static void Map(WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").ForAnyone();
        RouteGroupBuilder api = app.MapGroup("/api/v1");
        SetupEndpoints.Map(api);
        SessionEndpoints.Map(api);
        PeopleEndpoints.Map(api);
        TokenEndpoints.Map(api);
        SiteEndpoints.Map(api);
        OverrideEndpoints.Map(api);
        PatientEndpoints.Map(api);
        ScreeningEndpoints.Map(api);
        ConsentEndpoints.Map(api);
        CatalogueEndpoints.Map(api);
        PlanEndpoints.Map(api);
        ProductEndpoints.Map(api);
        TreatmentEndpoints.Map(api);
        DeviceEndpoints.Map(api);
        SimulatorEndpoints.Map(api);
        CalibrationEndpoints.Map(api);
        ReferenceEndpoints.Map(api);
        InstrumentEndpoints.Map(api);
        CertificateEndpoints.Map(api);
        StationServices.Map(app);
        StopEndpoints.Map(app, api);
        EventEndpoints.Map(api);
        OutcomeEndpoints.Map(api);
        FollowUpEndpoints.Map(api);
        ExchangeEndpoints.Map(api);
    }
}
