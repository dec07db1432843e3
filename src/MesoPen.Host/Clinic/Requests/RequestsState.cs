using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Requests;

/// <summary>Answers to requests that carried an idempotency key, by person and key; each is kept in mind for a day.</summary>
public sealed record RequestsState
{
    /// <summary>For so long a key is remembered. Whoever repeats a request later has long looked at what became of it.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    private ImmutableDictionary<(string By, string Key), ClinicFact> _answers = ImmutableDictionary<(string, string), ClinicFact>.Empty;

    // In the order of the journal: what is forgotten next comes first.
    private ImmutableQueue<ClinicFact> _ages = [];

    /// <summary>Before the first event.</summary>
    public static RequestsState Empty { get; } = new();

    /// <summary>Answers in mind.</summary>
    public int Count => _answers.Count;

    /// <summary>What a person's request with this key was answered within the last day; null if nothing is known of it.</summary>
    public RequestAnswered? Find(string by, string key, DateTimeOffset now) =>
        _answers.GetValueOrDefault((by, key)) is { } fact && now - fact.At < Remembered ? (RequestAnswered)fact.Event : null;

    /// <summary>The state after one more event.</summary>
    public RequestsState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (fact.Event is not RequestAnswered answered)
        {
            return this;
        }

        ImmutableDictionary<(string, string), ClinicFact> answers = _answers;
        ImmutableQueue<ClinicFact> ages = _ages;
        while (!ages.IsEmpty && fact.At - ages.Peek().At >= Remembered)
        {
            ages = ages.Dequeue(out ClinicFact old);
            RequestAnswered forgotten = (RequestAnswered)old.Event;
            // The key may have been used anew since: then the newer answer stays.
            if (ReferenceEquals(answers.GetValueOrDefault((forgotten.By, forgotten.Key)), old))
            {
                answers = answers.Remove((forgotten.By, forgotten.Key));
            }
        }

        return this with { _answers = answers.SetItem((answered.By, answered.Key), fact), _ages = ages.Enqueue(fact) };
    }
}
