namespace MesoPen.Host.Clinic.Products;

/// <summary>Problem types of products and lots.</summary>
public static class ProductProblems
{
    /// <summary>A number without its source.</summary>
    public static ProblemType NoSource { get; } = new(
        "no-source", 422, "A number has no source", "A limit of the product was given without saying who says so.",
        "Name the source of the number: the instructions for use, a publication, or the clinic's own decision with a name and a day.");

    /// <summary>The plan's product is not known.</summary>
    public static ProblemType Missing { get; } = new(
        "product-unknown", 409, "The plan's product is not known", "The plan names a product that is not registered here.",
        "Register the product, or make a new version of the plan.");

    /// <summary>The plan's product is retired.</summary>
    public static ProblemType Retired { get; } = new(
        "product-retired", 409, "The product is used no longer", "The product was retired; the detail says why.", "Plan with another product.");
}
