namespace MesoPen.Host.Exchange.Deidentified;

/// <summary>One table of a de-identified export.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Names of its columns.</param>
/// <param name="From">What each column is made from, and how.</param>
/// <param name="Rows">Its rows, sorted by their own text: the order says nothing about when they came.</param>
internal sealed record DeidentifiedTable(
    string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> From, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    /// <summary>Makes it.</summary>
    public static DeidentifiedTable Of<T>(string name, IReadOnlyList<AllowedField<T>> fields, IEnumerable<T> items, Veil veil) => new(
        name,
        [.. fields.Select(field => field.Name)],
        [.. fields.Select(field => field.From)],
        [
            .. items.Select(item => (IReadOnlyList<string?>)[.. fields.Select(field => field.Value(item, veil))])
                .OrderBy(row => string.Join('\u001f', row), StringComparer.Ordinal),
        ]);
}
