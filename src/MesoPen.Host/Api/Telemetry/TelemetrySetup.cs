using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MesoPen.Host.Api.Telemetry;

/// <summary>Metrics for Prometheus, and traces and metrics by OTLP. Paths stand in them as templates: no id, and so no patient, is in any.</summary>
internal static class TelemetrySetup
{
    private static readonly string[] FrameworkMeters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    public static void Add(WebApplicationBuilder builder, ApiOptions options)
    {
        builder.Services.AddSingleton<ClinicMeter>();
        if (!options.Prometheus && options.Otlp is null)
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("mesopen", serviceInstanceId: options.Station))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(ClinicMeter.Name).AddMeter(FrameworkMeters);
                if (options.Prometheus)
                {
                    metrics.AddPrometheusExporter();
                }

                if (options.Otlp is { } otlp)
                {
                    metrics.AddOtlpExporter(exporter => exporter.Endpoint = otlp);
                }
            })
            .WithTracing(traces =>
            {
                // Traces of requests would carry whole paths with ids in them: only what this program says of itself goes out.
                traces.AddSource(ClinicMeter.Name);
                if (options.Otlp is { } otlp)
                {
                    traces.AddOtlpExporter(exporter => exporter.Endpoint = otlp);
                }
            });
    }

    public static void Map(WebApplication app, ApiOptions options)
    {
        if (options.Prometheus)
        {
            app.MapPrometheusScrapingEndpoint("/metrics").ForAnyone();
        }
    }
}
