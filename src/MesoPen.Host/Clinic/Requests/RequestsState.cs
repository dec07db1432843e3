using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Requests;

/// <summary>Answers to requests that carried an idempotency key, by person and key.</summary>
public sealed record RequestsState
{
    private ImmutableDictionary<(string By, string Key), ClinicFact> _answers = ImmutableDictionary<(string, string), ClinicFact>.Empty;

    /// <summary>Before the first event.</summary>
    public static RequestsState Empty { get; } = new();

    /// <summary>What a person's request with this key was answered; null if none is known.</summary>
    public RequestAnswered? Find(string by, string key) => (RequestAnswered?)_answers.GetValueOrDefault((by, key))?.Event;

    /// <summary>The state after one more event.</summary>
    public RequestsState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Event is RequestAnswered answered
            ? this with { _answers = _answers.SetItem((answered.By, answered.Key), fact) }
            : this;
    }
}
