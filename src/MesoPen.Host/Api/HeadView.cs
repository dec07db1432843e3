using MesoPen.Host.Clinic.Products;

namespace MesoPen.Host.Api;

/// <summary>A needle head with what its type says.</summary>
/// <param name="Head">The head.</param>
/// <param name="Needles">Needles on it.</param>
/// <param name="PuncturesMax">Punctures that it may make.</param>
/// <param name="Warning">It has made so many that the user is to be warned.</param>
internal sealed record HeadView(Head Head, int Needles, int PuncturesMax, bool Warning)
{
    /// <summary>The view of a head of the state.</summary>
    public static HeadView Of(ProductsState products, Head head)
    {
        HeadType type = products.HeadTypes[head.HeadTypeId];
        return new HeadView(head, type.Needles, type.PuncturesMax, HeadRules.Warns(products, head.Id));
    }
}
