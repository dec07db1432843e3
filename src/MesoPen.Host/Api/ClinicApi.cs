using MesoPen.Host.Clinic;
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
    public static WebApplication Build(ApiOptions options, ISiteJournal journal, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = "mesopen" });
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(journal);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton<ClinicDesk>();
        builder.Services.AddSingleton<ClinicRequests>();
        builder.Services.ConfigureHttpJsonOptions(json => ClinicJson.Apply(json.SerializerOptions));
        builder.Services.AddProblemDetails();
        builder.Services.AddAuthentication(TokenAuthentication.Scheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Scheme, null);
        builder.Services.AddAuthorization();

        WebApplication app = builder.Build();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api/v1");
        PatientEndpoints.Map(api);
        ProductEndpoints.Map(api);
    }
}
