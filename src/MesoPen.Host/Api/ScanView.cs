using MesoPen.Host.Clinic.Products;

namespace MesoPen.Host.Api;

/// <summary>What a scan says. Either it is certain, or there are several ways to read it and a person has to say which.</summary>
/// <param name="Elements">What it says; null if that is not certain.</param>
/// <param name="Candidates">Some of the ways to read it; empty if it is certain.</param>
/// <param name="Sentence">Why it is not certain and what to do; empty if it is.</param>
/// <param name="ProductId">The product in use that has this GTIN; null if none has, or if it is not certain.</param>
/// <param name="HeadTypeId">The type of needle head that has this GTIN; null if none has, or if it is not certain.</param>
/// <param name="LotId">The lot that was taken in already; null if it was not.</param>
internal sealed record ScanView(
    Gs1Elements? Elements, IReadOnlyList<Gs1Elements> Candidates, string Sentence, string? ProductId, string? HeadTypeId, string? LotId)
{
    private const int CandidatesShown = 20;

    /// <summary>The view of a reading that was not refused.</summary>
    public static ScanView Of(Gs1Reading reading, ProductsState products)
    {
        string? gtin = reading.Elements?.Gtin;
        string? product = gtin is null ? null : products.OfGtin(gtin)?.Id;
        return new ScanView(
            reading.Elements,
            [.. reading.Candidates.Take(CandidatesShown)],
            reading.Sentence,
            product,
            gtin is null ? null : products.HeadTypes.Values.FirstOrDefault(each => each.Gtin == gtin)?.Id,
            products.Lots.Values.FirstOrDefault(each => each.ProductId == product && each.Number == reading.Elements?.Lot)?.Id);
    }
}
