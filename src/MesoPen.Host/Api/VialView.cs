using MesoPen.Host.Clinic.Products;

namespace MesoPen.Host.Api;

/// <summary>A vial or mixture with what follows from what is in it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LotId">Its lot; null for a mixture.</param>
/// <param name="Parts">The recipe of a mixture; empty for a vial.</param>
/// <param name="ProductIds">Products in it.</param>
/// <param name="LotIds">Lots in it.</param>
/// <param name="Ingredients">All ingredients of all products in it.</param>
/// <param name="Allergens">All allergens of all products in it.</param>
/// <param name="Expires">Last day of use.</param>
/// <param name="ReceivedAt">When it came in, or was mixed.</param>
/// <param name="OpenedAt">When it was opened, or mixed; null while it is closed.</param>
/// <param name="OpenUntil">Last moment of use after opening; null while it is closed.</param>
/// <param name="VolumeNl">What was in it at first, nL.</param>
/// <param name="LeftNl">What is in it now, nL.</param>
/// <param name="FreeNl">What no session has reserved of it, nL.</param>
/// <param name="ReservedNl">What each running session has reserved, nL.</param>
/// <param name="Serial">Serial number of its package.</param>
/// <param name="DiscardedBecause">Why it was thrown away; null if it was not.</param>
/// <param name="Version">Sequence of the last event about it.</param>
internal sealed record VialView(
    string Id,
    string? LotId,
    IReadOnlyList<MixturePart> Parts,
    IReadOnlyList<string> ProductIds,
    IReadOnlyList<string> LotIds,
    IReadOnlyList<Ingredient> Ingredients,
    IReadOnlyList<string> Allergens,
    DateOnly Expires,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? OpenUntil,
    long VolumeNl,
    long LeftNl,
    long FreeNl,
    IReadOnlyDictionary<string, long> ReservedNl,
    string? Serial,
    string? DiscardedBecause,
    long Version)
{
    /// <summary>The view of a vial of the state.</summary>
    public static VialView Of(ProductsState products, Vial vial)
    {
        VialContents contents = VialContents.Of(products, vial);
        return new VialView(
            vial.Id, vial.LotId, vial.Parts, [.. contents.Products.Select(each => each.Id)], [.. contents.Lots.Select(each => each.Id)],
            contents.Ingredients, contents.Allergens, contents.Expires, vial.ReceivedAt, vial.OpenedAt, contents.OpenUntil, vial.VolumeNl, vial.LeftNl,
            vial.FreeFor(null), vial.ReservedNl, vial.Serial, vial.DiscardedBecause, vial.Version);
    }
}
