namespace MesoPen.Host.Clinic.Products;

/// <summary>What may be mixed.</summary>
public static class MixtureRules
{
    private const int PartsMax = 20;
    private const long VolumeCeilingNl = 1_000_000_000;

    /// <summary>Records a mixture: what was drawn is gone from its vials, and the mixture is used like a vial.</summary>
    public static Decision Make(ClinicState state, MakeMixture asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        ProductsState products = state.Products;
        if (Wrong(products, asked) is { } wrong)
        {
            return wrong;
        }

        foreach (MixturePart part in asked.Parts)
        {
            if (VialRules.Bars(products, part.VialId, null, part.VolumeNl, who.Now) is { } problem)
            {
                return problem;
            }
        }

        VialContents[] contents = [.. asked.Parts.Select(part => VialContents.Of(products, products.Vials[part.VialId]))];
        Product[] all = [.. contents.SelectMany(each => each.Products).DistinctBy(product => product.Id)];
        return LotRules.Bars(contents.SelectMany(each => each.Lots), who.Today)
            ?? Apart(all)
            ?? Decision.Accept(asked.MixtureId, new MixtureMade(who.PersonId, asked.MixtureId, asked.Parts));
    }

    private static Problem? Wrong(ProductsState products, MakeMixture asked) =>
        !Words.IsId(asked.MixtureId) ? ClinicProblems.Invalid.With($"mixture_id takes {Words.IdRule}.")
        : products.Vials.ContainsKey(asked.MixtureId) ? ClinicProblems.Exists.With("A vial or mixture with this id exists already: look it up.")
        : asked.Parts.IsDefault || asked.Parts.Length is < 2 or > PartsMax || asked.Parts.Any(part => part is null)
            ? ClinicProblems.Invalid.With($"parts takes 2 to {PartsMax} vials, each with vial_id and volume_nl.")
        : asked.Parts.DistinctBy(part => part.VialId).Count() < asked.Parts.Length ? ClinicProblems.Invalid.With("parts names a vial twice: give its volume once.")
        : asked.Parts.Any(part => part.VolumeNl is < 1 or > VolumeCeilingNl) ? ClinicProblems.Invalid.With($"volume_nl of a part takes 1 to {VolumeCeilingNl}.")
        : null;

    private static Problem? Apart(Product[] products)
    {
        for (int i = 0; i < products.Length; i++)
        {
            if (products[i].RetiredBecause is { } reason)
            {
                return ProductProblems.Retired.With($"The product {products[i].Id} was retired: {reason}.");
            }

            for (int j = 0; j < i; j++)
            {
                if (!Names(products[i], products[j]) && !Names(products[j], products[i]))
                {
                    return VialProblems.MixingNotDescribed.With($"Neither the sheet of {products[j].Id} nor that of {products[i].Id} names the other as a partner.");
                }
            }
        }

        return null;
    }

    private static bool Names(Product one, Product other) => one.MixableWith.Any(each => each.ProductId == other.Id);
}
