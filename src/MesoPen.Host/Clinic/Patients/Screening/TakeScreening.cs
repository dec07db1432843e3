using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Patients.Screening;

/// <summary>Asks to enter the answers of a screening, or new answers to some of its questions.</summary>
/// <param name="CatalogueVersion">Version of the questions that were asked.</param>
/// <param name="Answers">The answers. A question without one blocks treatment until it is asked.</param>
public sealed record TakeScreening(int CatalogueVersion, ImmutableArray<ScreeningAnswer> Answers);
