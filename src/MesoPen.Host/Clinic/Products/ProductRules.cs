namespace MesoPen.Host.Clinic.Products;

/// <summary>Which products there are.</summary>
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
    public static Decision Change(ClinicState state, string productId, ProductSheet asked, Actor who)
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

    private static Decision Describe(ClinicState state, string productId, ProductSheet asked, int revision, Actor who)
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
