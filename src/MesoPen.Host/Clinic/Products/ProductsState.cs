using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Products;

/// <summary>Products, lots, vials, mixtures and needle heads.</summary>
public sealed record ProductsState
{
    /// <summary>Before the first event.</summary>
    public static ProductsState Empty { get; } = new();

    /// <summary>Products by id, the retired ones too.</summary>
    public ImmutableSortedDictionary<string, Product> All { get; private init; } = None<Product>();

    /// <summary>Lots by id, the recalled ones too.</summary>
    public ImmutableSortedDictionary<string, Lot> Lots { get; private init; } = None<Lot>();

    /// <summary>Vials and mixtures by id, the discarded ones too.</summary>
    public ImmutableSortedDictionary<string, Vial> Vials { get; private init; } = None<Vial>();

    /// <summary>Types of needle heads by id.</summary>
    public ImmutableSortedDictionary<string, HeadType> HeadTypes { get; private init; } = None<HeadType>();

    /// <summary>Needle heads by id, the discarded ones too.</summary>
    public ImmutableSortedDictionary<string, Head> Heads { get; private init; } = None<Head>();

    /// <summary>A product by its id, retired or not; null if there is none.</summary>
    public Product? Find(string productId) => All.GetValueOrDefault(productId);

    /// <summary>The product in use that carries a GTIN of 14 digits; null if none does.</summary>
    public Product? OfGtin(string gtin) => All.Values.FirstOrDefault(each => each.Gtin == gtin && each.RetiredBecause is null);

    /// <summary>What is in a vial or mixture; null if there is no such vial.</summary>
    public VialContents? ContentsOf(string vialId) => Vials.TryGetValue(vialId, out Vial? vial) ? VialContents.Of(this, vial) : null;

    /// <summary>The state after one more event.</summary>
    public ProductsState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        long now = fact.Sequence;
        return fact.Event switch
        {
            ProductDescribed e => this with { All = All.SetItem(e.ProductId, new Product(e.ProductId, e.Revision, e.Sheet, now)) },
            ProductRetired e => this with { All = All.SetItem(e.ProductId, All[e.ProductId] with { RetiredBecause = e.Reason, Version = now }) },
            LotReceived e => this with { Lots = Lots.SetItem(e.LotId, new Lot(e.LotId, e.ProductId, e.Gtin, e.Number, e.Expires, e.Serial, null, now)) },
            LotRecalled e => this with { Lots = Lots.SetItem(e.LotId, Lots[e.LotId] with { RecalledBecause = e.Reason, Version = now }) },
            HeadTypeDescribed e => this with
            {
                HeadTypes = HeadTypes.SetItem(e.HeadTypeId, new HeadType(
                    e.HeadTypeId, e.Revision, e.Title, e.Gtin, e.Needles, e.PuncturesWarning, e.PuncturesMax, e.Reason, now)),
            },
            HeadReceived e => this with
            {
                Heads = Heads.SetItem(e.HeadId, new Head(e.HeadId, e.HeadTypeId, e.Lot, e.SterileUntil, e.Serial, null, null, 0, null, now)),
            },
            HeadFitted e => With(Heads[e.HeadId] with { SessionId = e.SessionId, PatientId = e.PatientId, Version = now }),
            HeadPunctured e => With(Heads[e.HeadId] with { Punctures = Heads[e.HeadId].Punctures + e.Punctures, Version = now }),
            HeadDiscarded e => With(Heads[e.HeadId] with { DiscardedBecause = e.Reason, Version = now }),
            _ => VialsAfter(fact) is var vials && ReferenceEquals(vials, Vials) ? this : this with { Vials = vials },
        };
    }

    private static ImmutableSortedDictionary<string, T> None<T>() => ImmutableSortedDictionary<string, T>.Empty.WithComparers(StringComparer.Ordinal);

    private ProductsState With(Head head) => this with { Heads = Heads.SetItem(head.Id, head) };

    private ImmutableSortedDictionary<string, Vial> VialsAfter(ClinicFact fact)
    {
        ImmutableSortedDictionary<string, Vial> With(string id, Func<Vial, Vial> change) => Vials.SetItem(id, change(Vials[id]) with { Version = fact.Sequence });
        return fact.Event switch
        {
            VialReceived e => Vials.SetItem(e.VialId, new Vial
            {
                Id = e.VialId,
                LotId = e.LotId,
                VolumeNl = e.VolumeNl,
                LeftNl = e.VolumeNl,
                Serial = e.Serial,
                ReceivedAt = fact.At,
                Version = fact.Sequence,
            }),
            VialOpened e => With(e.VialId, vial => vial with { OpenedAt = fact.At }),
            VialDiscarded e => With(e.VialId, vial => vial with { DiscardedBecause = e.Reason }),
            VialReserved e => With(e.VialId, vial => vial with { ReservedNl = vial.ReservedNl.SetItem(e.SessionId, e.VolumeNl) }),
            VialUsed e => With(e.VialId, vial => vial with
            {
                LeftNl = vial.LeftNl - e.UsedNl - e.LeftOverNl,
                ReservedNl = vial.ReservedNl.Remove(e.SessionId),
            }),
            MixtureMade e => e.Parts.Aggregate(Vials, (vials, part) => vials.SetItem(
                part.VialId, vials[part.VialId] with { LeftNl = vials[part.VialId].LeftNl - part.VolumeNl, Version = fact.Sequence }))
                .SetItem(e.MixtureId, Mixed(e, fact)),
            _ => Vials,
        };
    }

    private static Vial Mixed(MixtureMade made, ClinicFact fact)
    {
        long volume = made.Parts.Sum(part => part.VolumeNl);
        return new Vial
        {
            Id = made.MixtureId,
            Parts = made.Parts,
            VolumeNl = volume,
            LeftNl = volume,
            ReceivedAt = fact.At,
            OpenedAt = fact.At,
            Version = fact.Sequence,
        };
    }
}
