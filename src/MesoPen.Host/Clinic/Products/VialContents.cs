using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Products;

/// <summary>What is in a vial or a mixture: everything that a gate or a screening must know.</summary>
/// <param name="Products">Its products, each once.</param>
/// <param name="Lots">Its lots, each once.</param>
/// <param name="Ingredients">All ingredients of all products.</param>
/// <param name="Allergens">All allergens of all products, each once.</param>
/// <param name="Expires">Last day of use: the earliest of all lots.</param>
/// <param name="OpenUntil">Last moment of use after opening: the earliest of all vials; null while the vial is closed.</param>
public sealed record VialContents(
    ImmutableArray<Product> Products,
    ImmutableArray<Lot> Lots,
    ImmutableArray<Ingredient> Ingredients,
    ImmutableArray<string> Allergens,
    DateOnly Expires,
    DateTimeOffset? OpenUntil)
{
    /// <summary>The contents of a vial or mixture that the state holds.</summary>
    public static VialContents Of(ProductsState state, Vial vial)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(vial);
        if (vial.LotId is { } lotId)
        {
            Lot lot = state.Lots[lotId];
            Product product = state.All[lot.ProductId];
            return new VialContents([product], [lot], product.Ingredients, product.Allergens, lot.Expires, vial.OpenedAt?.AddHours(product.OpenHoursMax));
        }

        // A mixture is of vials that were there before it: this ends.
        ImmutableArray<VialContents> parts = [.. vial.Parts.Select(part => Of(state, state.Vials[part.VialId]))];
        ImmutableArray<Product> products = [.. parts.SelectMany(part => part.Products).DistinctBy(product => product.Id)];
        return new VialContents(
            products,
            [.. parts.SelectMany(part => part.Lots).DistinctBy(lot => lot.Id)],
            [.. products.SelectMany(product => product.Ingredients)],
            [.. products.SelectMany(product => product.Allergens).Distinct()],
            parts.Min(part => part.Expires),
            parts.Min(part => part.OpenUntil));
    }
}
