using System.Collections.Immutable;
using System.Text.Json;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Input;

namespace MesoPen.Host.Cli;

/// <summary>
/// A clinic's catalogue as a file: a JSON list of entries, each an object with one property, <c>product</c>, <c>head_type</c> or <c>protocol</c>, that
/// holds what the API takes for it. Taken over whole or not at all.
/// </summary>
internal sealed class CatalogueFile
{
    private readonly InputFile _file;
    private readonly ImmutableArray<(string Kind, object Asked)> _entries;

    private CatalogueFile(InputFile file, ImmutableArray<(string Kind, object Asked)> entries) => (_file, _entries) = (file, entries);

    /// <summary>How many entries it has.</summary>
    public int Count => _entries.Length;

    /// <summary>Reads it.</summary>
    /// <exception cref="InputException">It is not what it must be.</exception>
    public static CatalogueFile Read(string path)
    {
        InputFile file = InputFile.Read(path);
        JsonElement[] entries = Parse<JsonElement[]>(file, file.Text, "a list of entries");
        return new CatalogueFile(file, [.. entries.Select((entry, index) => Entry(file, entry, index + 1))]);
    }

    /// <summary>Takes every entry over, each upon those before it.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="who">In whose name.</param>
    /// <param name="hardware">What protocols are held against.</param>
    public Decision Decide(ClinicState state, Actor who, HardwareCatalogue hardware)
    {
        if (!state.People.All.TryGetValue(who.PersonId, out Clinic.People.Person? person) || !person.Active || !person.Roles.HasFlag(Clinic.People.Role.Administrator))
        {
            return ClinicProblems.Unknown.With($"{who.PersonId} is not an active administrator of this clinic.");
        }

        List<ClinicEvent> events = [];
        long sequence = state.LastSequence;
        for (int index = 0; index < _entries.Length; index++)
        {
            Decision decision = _entries[index].Asked switch
            {
                RegisterProduct asked => ProductRules.Register(state, asked, who),
                RegisterHeadType asked => HeadTypeRules.Register(state, asked, who),
                MakeProtocol asked => PlanRules.MakeProtocol(state, asked, who, hardware),
                _ => throw new InvalidOperationException("The entry is of no kind."),
            };
            if (decision.Problem is { } problem)
            {
                return problem.Type.With($"{_file.Path}: entry {index + 1}, {_entries[index].Kind}: {problem.Detail} Nothing was imported.");
            }

            foreach (ClinicEvent each in decision.Events)
            {
                events.Add(each);
                state = state.Apply(new ClinicFact(++sequence, who.Now, each));
            }
        }

        return Decision.Accept("catalogue", [.. events]);
    }

    private static (string Kind, object Asked) Entry(InputFile file, JsonElement entry, int number)
    {
        if (entry.ValueKind != JsonValueKind.Object || entry.EnumerateObject().Count() != 1)
        {
            throw new InputException(file.Path, 0, $"Entry {number} takes an object with one property: product, head_type or protocol.");
        }

        JsonProperty only = entry.EnumerateObject().Single();
        string what = $"entry {number}, {only.Name}";
        string text = only.Value.GetRawText();
        return only.Name switch
        {
            "product" => (only.Name, Parse<RegisterProduct>(file, text, what)),
            "head_type" => (only.Name, Parse<RegisterHeadType>(file, text, what)),
            "protocol" => (only.Name, Parse<MakeProtocol>(file, text, what)),
            _ => throw new InputException(file.Path, 0, $"Entry {number} is of the kind {Quoted.Of(only.Name)}: there are product, head_type and protocol."),
        };
    }

    private static T Parse<T>(InputFile file, string text, string what)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, ClinicJson.Options) ?? throw new JsonException("it is null.");
        }
        catch (JsonException wrong)
        {
            throw new InputException(file.Path, 0, $"This is not {what} as docs/openapi.json describes it: {wrong.Message.ReplaceLineEndings(" ")}", wrong);
        }
    }
}
