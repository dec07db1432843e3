using System.Collections.Immutable;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Products;

namespace MesoPen.Host.Clinic.Patients;

/// <summary>What patients need to know of the products that a plan injects.</summary>
internal static class PlannedProduct
{
    /// <summary>Hash of what is known of them: a consent is void when a sheet changes.</summary>
    public static string Sha256Of(ClinicState state, ImmutableArray<string> products) =>
        ClinicJson.Sha256(products.Select(id => state.Products.Find(id)?.Plain()).ToArray());

    /// <summary>
    /// Names of everything that a session would inject, by the plan and by what is in the vial; synonyms and allergens included. Null if it is not
    /// known, as when the plan is not.
    /// </summary>
    public static IReadOnlyList<string>? SubstancesOf(ClinicState state, PlanVersion? version, string vialId)
    {
        List<Product?> products = [.. version?.Products.Select(state.Products.Find) ?? [null], .. state.Products.ContentsOf(vialId)?.Products ?? []];
        return products.Contains(null) ? null
            : [.. products.SelectMany(product => product!.Ingredients.SelectMany(each => each.Synonyms.Prepend(each.Name)).Concat(product.Allergens))];
    }
}
