namespace MesoPen.Host.Clinic.Products;

/// <summary>Which lots there are, and which of them may not be used.</summary>
public static class LotRules
{
    /// <summary>Takes a lot in.</summary>
    public static Decision Receive(ClinicState state, ReceiveLot asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        if (!Words.IsId(asked.LotId))
        {
            return ClinicProblems.Invalid.With($"lot_id takes {Words.IdRule}.");
        }

        if (state.Products.Lots.ContainsKey(asked.LotId))
        {
            return ClinicProblems.Exists.With("A lot with this lot_id exists already: look it up.");
        }

        Label? label = LabelRules.Read(asked.Scan, new Label(asked.Gtin, asked.Lot, asked.Expires, asked.Serial), who.Today, out Problem? problem);
        if (label is null)
        {
            return problem!;
        }

        Product? product = ProductOf(state.Products, asked.ProductId, label.Gtin, out problem);
        return product is null ? problem!
            : label is not { Lot: { } number, Expires: { } expires } ? ClinicProblems.Invalid.With(
                $"The {(label.Lot is null ? "lot" : "expiry")} is not known: it stands neither in a scan nor was it typed.")
            : expires < who.Today ? ProductProblems.LotExpired.With($"Lot {number} was to be used until {expires:o}: it is not taken in.")
            : state.Products.Lots.Values.FirstOrDefault(each => each.ProductId == product.Id && each.Number == number) is { } same ? ClinicProblems.Exists.With(
                $"Lot {number} of the product {product.Id} is in already, as {same.Id}, to be used until {same.Expires:o}.")
            : Decision.Accept(asked.LotId, new LotReceived(
                who.PersonId, asked.LotId, product.Id, label.Gtin, number, expires, label.Serial, asked.Scan));
    }

    /// <summary>Bars a lot.</summary>
    public static Decision Recall(ClinicState state, string lotId, string reason, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Products.Lots.TryGetValue(lotId, out Lot? lot) ? ClinicProblems.Unknown.With("There is no lot with this id.")
            : lot.RecalledBecause is not null ? ClinicProblems.NotNow.With("The lot is recalled already.")
            : !Words.IsLine(reason) ? ClinicProblems.Invalid.With("reason takes one line of text.")
            : Decision.Accept(lotId, new LotRecalled(who.PersonId, lotId, reason));
    }

    /// <summary>Why lots may not be used on a day; null if they may.</summary>
    internal static Problem? Bars(IEnumerable<Lot> lots, DateOnly today)
    {
        foreach (Lot lot in lots)
        {
            if (lot.RecalledBecause is { } reason)
            {
                return ProductProblems.LotRecalled.With($"Lot {lot.Number} of the product {lot.ProductId} is recalled: {reason}.");
            }

            if (lot.Expires < today)
            {
                return ProductProblems.LotExpired.With($"Lot {lot.Number} of the product {lot.ProductId} was to be used until {lot.Expires:o}.");
            }
        }

        return null;
    }

    private static Product? ProductOf(ProductsState products, string? productId, string? gtin, out Problem? problem)
    {
        Product? named = productId is null ? null : products.Find(productId);
        Product? carried = gtin is null ? null : products.OfGtin(gtin);
        problem = productId is null && gtin is null ? ClinicProblems.Invalid.With("Nothing says what it is a lot of: scan it, or give product_id or gtin.")
            : productId is not null && named is null ? ClinicProblems.Invalid.With("product_id names no product that is registered.")
            : productId is null && carried is null ? ProductProblems.ScanMismatch.With($"GTIN {gtin} belongs to no product in use here: register the product first.")
            : named is not null && carried is not null && named.Id != carried.Id ? ProductProblems.ScanMismatch.With(
                $"GTIN {gtin} is the product {carried.Id} ({carried.Name}), and product_id says {named.Id} ({named.Name}): it is another package than you think.")
            : named is not null && gtin is not null && named.Gtin != gtin ? ProductProblems.ScanMismatch.With(
                $"GTIN {gtin} is not that of the product {named.Id}, which has {named.Gtin ?? "none"}: it is another product, or its sheet needs this GTIN.")
            : (named ?? carried)!.RetiredBecause is not null ? ClinicProblems.NotNow.With("The product is retired: nothing of it is taken in.")
            : null;
        return problem is null ? named ?? carried : null;
    }
}
