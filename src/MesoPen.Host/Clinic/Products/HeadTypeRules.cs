namespace MesoPen.Host.Clinic.Products;

/// <summary>Which types of needle heads there are. How many punctures one may make has no default: no source gives it for devices.</summary>
public static class HeadTypeRules
{
    // Plates of 18 needles exist (docs/products.md); a hundred is a slip of the pen.
    private const int NeedlesCeiling = 100;
    private const int PuncturesCeiling = 100_000;

    /// <summary>Registers a type.</summary>
    public static Decision Register(ClinicState state, RegisterHeadType asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return !Words.IsId(asked.HeadTypeId) ? ClinicProblems.Invalid.With($"head_type_id takes {Words.IdRule}.")
            : state.Products.HeadTypes.ContainsKey(asked.HeadTypeId) ? ClinicProblems.Exists.With("A head type with this id exists already: look it up.")
            : Describe(state.Products, asked.HeadTypeId, asked.Sheet, 1, who);
    }

    /// <summary>Replaces what is known of a type.</summary>
    public static Decision Change(ClinicState state, string headTypeId, HeadTypeSheet asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Products.HeadTypes.TryGetValue(headTypeId, out HeadType? type) ? ClinicProblems.Unknown.With("There is no head type with this id.")
            : Describe(state.Products, headTypeId, asked, type.Revision + 1, who);
    }

    private static Decision Describe(ProductsState products, string id, HeadTypeSheet asked, int revision, Actor who)
    {
        string sentence = "";
        string? gtin = asked.Gtin is null ? null : Gtin.Read(asked.Gtin, out sentence);
        return sentence.Length > 0 ? ClinicProblems.Invalid.With("gtin: " + sentence)
            : gtin is not null && products.HeadTypes.Values.FirstOrDefault(each => each.Gtin == gtin && each.Id != id) is { } other
                ? ClinicProblems.Exists.With($"GTIN {gtin} belongs to the head type {other.Id} already.")
            : !Words.IsLine(asked.Title) ? ClinicProblems.Invalid.With("title takes one line of text.")
            : asked.Needles is < 1 or > NeedlesCeiling ? ClinicProblems.Invalid.With($"needles takes 1 to {NeedlesCeiling}.")
            : asked.PuncturesMax is < 1 or > PuncturesCeiling ? ClinicProblems.Invalid.With($"punctures_max takes 1 to {PuncturesCeiling}.")
            : asked.PuncturesWarning < 1 || asked.PuncturesWarning > asked.PuncturesMax
                ? ClinicProblems.Invalid.With("punctures_warning takes 1 to punctures_max.")
            : !Words.IsLine(asked.Reason) ? ProductProblems.NoSource.With("punctures_max has no reason: say in reason, on one line, why this many and who decided it.")
            : Decision.Accept(id, new HeadTypeDescribed(
                who.PersonId, id, revision, asked.Title, gtin, asked.Needles, asked.PuncturesWarning, asked.PuncturesMax, asked.Reason));
    }
}
