using System.Globalization;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Products;

/// <summary>Which products there are, and what may be done with them.</summary>
public static class ProductRules
{
    /// <summary>Registers a product.</summary>
    public static Decision Register(ClinicState state, RegisterProduct asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return !Words.IsId(asked.ProductId) ? ClinicProblems.Invalid.With($"product_id takes {Words.IdRule}.")
            : state.Products.Find(asked.ProductId) is not null ? ClinicProblems.Exists.With("A product with this product_id exists already: look it up.")
            : Describe(state, asked.ProductId, asked, 1, who);
    }

    /// <summary>Replaces a product's sheet by a new one.</summary>
    public static Decision Change(ClinicState state, string productId, ProductFacts asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return state.Products.Find(productId) is not { } product ? ClinicProblems.Unknown.With("There is no product with this id.")
            : product.RetiredBecause is not null ? ClinicProblems.NotNow.With("The product is retired: register a new one.")
            : Describe(state, productId, asked, product.Revision + 1, who);
    }

    /// <summary>Retires a product: nothing is armed with it any more.</summary>
    public static Decision Retire(ClinicState state, string productId, string reason, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return state.Products.Find(productId) is not { } product ? ClinicProblems.Unknown.With("There is no product with this id.")
            : product.RetiredBecause is not null ? ClinicProblems.NotNow.With("The product is retired already.")
            : !Words.IsLine(reason) ? ClinicProblems.Invalid.With("reason takes one line of text.")
            : Decision.Accept(productId, new ProductRetired(who.PersonId, productId, reason));
    }

    /// <summary>
    /// Gate: why a session may not be armed with its product; null if it may. Every product in the vial is asked, for of a mixture each goes as deep and
    /// as far as the whole.
    /// </summary>
    public static Problem? Blocks(ClinicState state, TreatmentIntent intent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);
        if (state.Plans.All.GetValueOrDefault(intent.PlanId)?.At(intent.PlanVersion) is not { } plan)
        {
            return ProductProblems.Missing.With("The plan has no such version: nothing says which product the session is for.");
        }

        if (state.Products.Find(plan.ProductId) is not { } product)
        {
            return ProductProblems.Missing.With($"Version {plan.Version} of the plan names the product {plan.ProductId}, which is not registered.");
        }

        // A vial that nobody knows is refused by the gate of vials; the plan's product still has its own say.
        VialContents? contents = state.Products.ContentsOf(intent.VialId);
        IEnumerable<Product> products = contents?.Products ?? [product];
        return products.Prepend(product).FirstOrDefault(each => each.RetiredBecause is not null) is { } retired
                ? ProductProblems.Retired.With($"The product {retired.Id} was retired: {retired.RetiredBecause}.")
            : products.All(each => each.Id != product.Id) ? ProductProblems.VialOfAnother.With(
                $"The plan names {product.Id} ({product.Name}), and in {intent.VialId} is {string.Join(" and ", products.Select(each => $"{each.Id} ({each.Name})"))}.")
            : products.Select(each => Beyond(each, plan)).FirstOrDefault(problem => problem is not null)
                ?? LotRules.Bars(contents?.Lots ?? [], DateOnly.FromDateTime(now.UtcDateTime));
    }

    private static Problem? Beyond(Product product, PlanVersion plan)
    {
        foreach (PlannedZone zone in plan.Zones)
        {
            Depth depth = Depth.Below(new Depth(zone.NeedleLengthUm), zone.AngleDeg);
            if (!product.AllowedZones.Contains(zone.Zone))
            {
                return ProductProblems.ZoneNotAllowed.With(
                    $"The plan has zone {zone.Zone}; the sheet of {product.Id} allows {string.Join(", ", product.AllowedZones)}.");
            }

            if (depth.Um > product.DepthMaxUm)
            {
                return ProductProblems.TooDeep.With(
                    $"Zone {zone.Zone} is planned {depth} deep, and {product.Id} may go {new Depth(product.DepthMaxUm)} ({product.DepthSource}).");
            }

            if (zone.DoseNl > product.PointMaxNl)
            {
                return ProductProblems.TooMuch.With(
                    $"A point of zone {zone.Zone} is planned with {new Volume(zone.DoseNl)}, and of {product.Id} it may get {new Volume(product.PointMaxNl)} ({product.PointSource}).");
            }
        }

        long total = checked(plan.Zones.Sum(zone => zone.Points * zone.DoseNl));
        return total <= product.SessionMaxNl ? null : ProductProblems.TooMuch.With(string.Create(
            CultureInfo.InvariantCulture,
            $"The plan gives {new Volume(total).InMillilitres} in all, and of {product.Id} a session may give {new Volume(product.SessionMaxNl).InMillilitres} ({product.SessionSource})."));
    }

    private static Decision Describe(ClinicState state, string productId, ProductFacts asked, int revision, Actor who)
    {
        if (SheetRules.Wrong(asked) is { } problem)
        {
            return problem;
        }

        string? gtin = null;
        if (asked.Gtin is { } typed)
        {
            gtin = Gtin.Read(typed, out string sentence);
            if (gtin is null)
            {
                return ClinicProblems.Invalid.With("gtin: " + sentence);
            }

            if (state.Products.OfGtin(gtin) is { } other && other.Id != productId)
            {
                return ClinicProblems.Exists.With($"GTIN {gtin} belongs to the product {other.Id} already: a package names one product.");
            }
        }

        if (asked.MixableWith.FirstOrDefault(each => state.Products.Find(each.ProductId) is null) is { } unknown)
        {
            return ClinicProblems.Invalid.With($"mixable_with names the product {unknown.ProductId}, which is not registered.");
        }

        return Decision.Accept(productId, new ProductDescribed(who.PersonId, productId, revision, asked.Plain() with { Gtin = gtin }));
    }
}
