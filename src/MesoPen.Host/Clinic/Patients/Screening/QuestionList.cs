using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>The questions of the screening, as they are asked now.</summary>
/// <param name="CatalogueVersion">Their version: an answer names it.</param>
/// <param name="Questions">In the order of asking.</param>
public sealed record QuestionList(int CatalogueVersion, ImmutableArray<ScreeningQuestion> Questions)
{
    /// <summary>The list.</summary>
    public static QuestionList Now { get; } = new(ScreeningCatalogue.Version, ScreeningCatalogue.All);
}
