using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Products;

/// <summary>One ingredient of a product.</summary>
/// <param name="Name">As the label has it.</param>
/// <param name="Class">What it is.</param>
/// <param name="Synonyms">Other names under which a patient may know it; may be empty.</param>
public sealed record Ingredient(string Name, IngredientClass Class, ImmutableArray<string> Synonyms);
