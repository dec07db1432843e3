using MesoPen.Host.Clinic.Products;

namespace MesoPen.Host.Clinic.Patients;

/// <summary>What patients and plans need to know of a product.</summary>
internal static class PlannedProduct
{
    /// <summary>Hash of what is known of it: a consent is void when the sheet changes.</summary>
    public static string Sha256Of(ClinicState state, string productId) =>
        state.Products.Find(productId) is { } product ? ClinicJson.Sha256(product.Plain()) : "";

    /// <summary>Names of everything that is in it, synonyms and allergens included; null if the product is not known.</summary>
    public static IEnumerable<string>? SubstancesOf(ClinicState state, string productId) =>
        state.Products.Find(productId) is { } product
            ? product.Ingredients.SelectMany(each => each.Synonyms.Prepend(each.Name)).Concat(product.Allergens)
            : null;
}
