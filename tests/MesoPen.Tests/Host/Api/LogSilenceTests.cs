using System.Collections.Concurrent;
using System.Text;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MesoPen.Tests;

public sealed class LogSilenceTests
{
    // Aim: whatever the log is set to, nothing of a patient gets into it: not from addresses, bodies, refusals or exceptions; nor passwords or tokens.
    [Fact]
    public async Task No_log_holds_anything_of_a_patient()
    {
        using Capture log = new();
        FailingJournal journal = new();
        await using ServedClinic clinic = await ServedClinic.StartAsync(journal, more: builder =>
        {
            builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log)
                .AddFilter("", LogLevel.Trace).AddFilter("Microsoft", LogLevel.Trace).AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Trace)
                .AddFilter<Capture>("Microsoft.AspNetCore", LogLevel.Trace);
        });
        using HttpClient client = await clinic.SignerAsync(Role.Clinician);
        using HttpClient browser = await clinic.BrowserAsync("clinician", ServedClinic.Password);
        object canary = new { patient_id = "P-CANARY", initials = "CANARY", birth_year = 1980, sex = "female", skin_type = 3 };
        await client.KindAsync(HttpMethod.Post, "/api/v1/patients", canary, ("Idempotency-Key", "CANARY-1"));
        await client.KindAsync(HttpMethod.Post, "/api/v1/patients", canary);
        await client.KindAsync(HttpMethod.Get, "/api/v1/patients/P-CANARY?q=CANARY");
        await browser.KindAsync(HttpMethod.Get, "/api/v1/patients/P-CANARY-2");
        await client.KindAsync(HttpMethod.Get, "/CANARY/CANARY");
        await client.KindAsync(HttpMethod.Post, "/api/v1/patients", new { CANARY = "CANARY" });
        await client.KindAsync(HttpMethod.Post, "/api/v1/patients", new StringContent("CANARY {\"CANARY", Encoding.UTF8, "application/json"));
        await client.KindAsync(HttpMethod.Post, "/api/v1/patients", new StringContent("CANARY", Encoding.UTF8, "text/canary"));
        await client.KindAsync(HttpMethod.Get, "/api/v1/people?limit=CANARY&after=CANARY");
        await client.KindAsync(HttpMethod.Get, "/api/v1/patients/P-CANARY", null, ("Host", "CANARY.example"), ("Cookie", "mesopen=CANARY"));
        await browser.KindAsync(HttpMethod.Post, "/api/v1/session", new { person_id = "CANARY", password = "CANARY" });
        journal.Failure = new InvalidOperationException("CANARY", new InvalidOperationException("CANARY"));
        Assert.Equal("500 failed", await client.KindAsync(HttpMethod.Get, "/api/v1/patients/P-CANARY"));
        journal.Failure = new RecordStoreException("CANARY");
        Assert.Equal("503 records-unavailable", await client.KindAsync(HttpMethod.Get, "/api/v1/patients/P-CANARY"));

        Assert.Contains(log.Lines, line => line.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("CANARY", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(log.Lines, line => line.Contains(ServedClinic.Password, StringComparison.Ordinal) || line.Contains("token-of-", StringComparison.Ordinal));
    }

    /// <summary>Everything that anything logs, in whatever form.</summary>
    private sealed class Capture : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Lines.Enqueue($"{formatter(state, exception)} {exception}");
            if (state is IEnumerable<KeyValuePair<string, object?>> values)
            {
                Lines.Enqueue(string.Join(' ', values.Select(each => $"{each.Key}={each.Value}")));
            }
        }

        public void Dispose()
        {
        }
    }
}
