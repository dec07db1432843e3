using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Products;

/// <summary>What a product's sheet must be.</summary>
internal static class SheetRules
{
    // Beyond these a number is a slip of the pen: far above whatever a source could say.
    private const int DepthCeilingUm = 50_000;
    private const long VolumeCeilingNl = 1_000_000_000;
    private const int OpenHoursCeiling = 24 * 366;
    private const int ListMax = 100;

    /// <summary>Why a sheet is refused; null if it is not.</summary>
    public static Problem? Wrong(ProductFacts asked)
    {
        ReadOnlySpan<(string Name, string? Text)> lines = [("name", asked.Name), ("manufacturer", asked.Manufacturer)];
        foreach ((string name, string? text) in lines)
        {
            if (!IsLine(text))
            {
                return ClinicProblems.Invalid.With($"{name} takes one line of text.");
            }
        }

        ReadOnlySpan<(string Name, long Value, long Most, string SourceName, string? Source)> numbers =
        [
            ("depth_max_um", asked.DepthMaxUm, DepthCeilingUm, "depth_source", asked.DepthSource),
            ("session_max_nl", asked.SessionMaxNl, VolumeCeilingNl, "session_source", asked.SessionSource),
            ("point_max_nl", asked.PointMaxNl, VolumeCeilingNl, "point_source", asked.PointSource),
            ("open_hours_max", asked.OpenHoursMax, OpenHoursCeiling, "open_source", asked.OpenSource),
        ];
        foreach ((string name, long value, long most, string sourceName, string? source) in numbers)
        {
            if (value < 1 || value > most)
            {
                return ClinicProblems.Invalid.With($"{name} takes 1 to {most}.");
            }

            if (!IsLine(source))
            {
                return ProductProblems.NoSource.With($"{name} has no source: say in {sourceName}, on one line, who says so.");
            }
        }

        return WrongLists(asked);
    }

    private static Problem? WrongLists(ProductFacts asked) =>
        !Fits(asked.Ingredients, 1) || asked.Ingredients.Any(each => each is null || !IsLine(each.Name) || !Fits(each.Synonyms, 0) || !each.Synonyms.All(IsLine))
            ? ClinicProblems.Invalid.With($"ingredients takes 1 to {ListMax} ingredients, each with name and synonyms of one line.")
        : !Fits(asked.Allergens, 0) || !asked.Allergens.All(IsLine)
            ? ClinicProblems.Invalid.With($"allergens takes at most {ListMax} names of one line.")
        : !Fits(asked.AllowedZones, 1) || !asked.AllowedZones.All(each => each is not null && Words.IsId(each))
            ? ClinicProblems.Invalid.With($"allowed_zones takes 1 to {ListMax} zone ids, such as cheek.left.")
        : !Fits(asked.MixableWith, 0) || asked.MixableWith.Any(each => each?.ProductId is null)
            ? ClinicProblems.Invalid.With($"mixable_with takes at most {ListMax} products.")
        : asked.MixableWith.FirstOrDefault(each => !IsLine(each.Source)) is { } partner
            ? ProductProblems.NoSource.With($"mixable_with {partner.ProductId} has no source: say on one line who says that the two may be mixed.")
        : null;

    private static bool Fits<T>(ImmutableArray<T> list, int least) => !list.IsDefault && list.Length >= least && list.Length <= ListMax;

    private static bool IsLine(string? text) => text is not null && Words.IsLine(text);
}
