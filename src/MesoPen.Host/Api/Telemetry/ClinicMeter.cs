using System.Diagnostics;
using System.Diagnostics.Metrics;
using MesoPen.Host.Clinic;

namespace MesoPen.Host.Api.Telemetry;

/// <summary>What a station counts and measures of itself. Holds nothing of patients: kinds, types and times only.</summary>
internal sealed class ClinicMeter : IDisposable
{
    /// <summary>Name of the meter and of the source of traces.</summary>
    public const string Name = "MesoPen";

    private readonly Meter _meter = new(Name);
    private readonly Counter<long> _events;
    private readonly Counter<long> _problems;
    private readonly Histogram<double> _decisions;

    public ClinicMeter()
    {
        _events = _meter.CreateCounter<long>("mesopen.clinic.events", "{event}", "Events written, by kind.");
        _problems = _meter.CreateCounter<long>("mesopen.clinic.problems", "{problem}", "Requests refused, by problem type.");
        _decisions = _meter.CreateHistogram<double>("mesopen.clinic.decision.duration", "s", "Time from asking to durable.");
    }

    /// <summary>Source of the traces of decisions.</summary>
    public static ActivitySource Traces { get; } = new(Name);

    /// <summary>Counts what a decision came to.</summary>
    public void Decided(Decision decision, TimeSpan took)
    {
        _decisions.Record(took.TotalSeconds);
        if (decision.Problem is { } problem)
        {
            _problems.Add(1, KeyValuePair.Create<string, object?>("problem", problem.Type.Id));
        }

        foreach (ClinicEvent each in decision.Events)
        {
            _events.Add(1, KeyValuePair.Create<string, object?>("kind", ClinicEventCodec.KindOf(each.GetType())));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
