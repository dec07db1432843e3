using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Products;

namespace MesoPen.Tests;

public sealed class ProductRulesTests
{
    /// <summary>What is wrong with a sheet, the sheet, the type of the problem, and a word of its sentence.</summary>
    public static TheoryData<string, Func<RegisterProduct, RegisterProduct>, string, string> WrongSheets => new()
    {
        { "depth without source", sheet => sheet with { DepthSource = " " }, "no-source", "depth_source" },
        { "session without source", sheet => sheet with { SessionSource = "" }, "no-source", "session_source" },
        { "point without source", sheet => sheet with { PointSource = "" }, "no-source", "point_source" },
        { "open time without source", sheet => sheet with { OpenSource = "" }, "no-source", "open_source" },
        { "mixing without source", sheet => sheet with { MixableWith = [new MixingPartner("other", "")] }, "no-source", "mixable_with" },
        { "no depth", sheet => sheet with { DepthMaxUm = 0 }, "invalid", "depth_max_um" },
        { "negative volume", sheet => sheet with { SessionMaxNl = -1 }, "invalid", "session_max_nl" },
        { "a point of a litre", sheet => sheet with { PointMaxNl = 1_000_000_001 }, "invalid", "point_max_nl" },
        { "never spoils", sheet => sheet with { OpenHoursMax = int.MaxValue }, "invalid", "open_hours_max" },
        { "no name", sheet => sheet with { Name = "" }, "invalid", "name" },
        { "no maker", sheet => sheet with { Manufacturer = "a\nb" }, "invalid", "manufacturer" },
        { "no ingredient", sheet => sheet with { Ingredients = [] }, "invalid", "ingredients" },
        { "an ingredient that is null", sheet => sheet with { Ingredients = [null!] }, "invalid", "ingredients" },
        { "a synonym that is null", sheet => sheet with { Ingredients = [new Ingredient("x", IngredientClass.Other, [null!])] }, "invalid", "ingredients" },
        { "an allergen that is null", sheet => sheet with { Allergens = [null!] }, "invalid", "allergens" },
        { "no zone", sheet => sheet with { AllowedZones = [] }, "invalid", "allowed_zones" },
        { "mixed with nothing known", sheet => sheet with { MixableWith = [new MixingPartner("other", "IFU")] }, "invalid", "other" },
        { "wrong check digit", sheet => sheet with { Gtin = "09521234543214" }, "invalid", "check digit" },
        { "short GTIN", sheet => sheet with { Gtin = "123" }, "invalid", "8, 12, 13 or 14" },
        { "wrong id", sheet => sheet with { ProductId = "a/b" }, "invalid", "product_id" },
    };

    // Aim: a sheet with a number but no source, or with a value that cannot be, is refused by its own type with the field's name, and changes nothing.
    [Theory]
    [MemberData(nameof(WrongSheets))]
    public void Wrong_sheet_is_refused(string what, Func<RegisterProduct, RegisterProduct> wrong, string type, string word)
    {
        Decision decision = new StoreRoom().Ask((state, who) => ProductRules.Register(state, wrong(StoreRoom.Hyaluronan()), who));

        Assert.True(decision.Problem is not null, what);
        Assert.Equal(type, decision.Problem!.Type.Id);
        Assert.Contains(word, decision.Problem.Detail, StringComparison.Ordinal);
        Assert.Empty(decision.Events);
    }

    // Aim: a product comes back from its row as it was given, its GTIN in the form of 14 digits by which packages are matched.
    [Fact]
    public void Product_is_found_as_it_was_given_and_by_its_gtin()
    {
        StoreRoom room = new StoreRoom().WithProduct(StoreRoom.Hyaluronan() with { Gtin = "9521234543213" });
        Product product = room.State.Products.Find("ha")!;

        Assert.Equal(("09521234543213", 1, 1500, 4), (product.Gtin, product.Revision, product.DepthMaxUm, product.OpenHoursMax));
        Assert.Equal(IngredientClass.NonCrossLinkedHyaluronicAcid, product.Ingredients[0].Class);
        Assert.Same(product, room.State.Products.OfGtin("09521234543213"));
        Assert.Equal("exists", room.Ask((state, who) => ProductRules.Register(
            state, StoreRoom.Hyaluronan("other") with { Gtin = "9521234543213" }, who)).Problem?.Type.Id);
    }

    // Aim: every change of the sheet is a new revision, and a retired product takes no change.
    [Fact]
    public void Change_is_a_new_revision_until_the_product_is_retired()
    {
        StoreRoom room = new StoreRoom().WithProduct();
        room.With((state, who) => ProductRules.Change(state, "ha", StoreRoom.Hyaluronan() with { DepthMaxUm = 1200 }, who));
        Assert.Equal((2, 1200), (room.State.Products.Find("ha")!.Revision, room.State.Products.Find("ha")!.DepthMaxUm));

        room.With((state, who) => ProductRules.Retire(state, "ha", "sold no more", who));
        Assert.Equal("sold no more", room.State.Products.Find("ha")!.RetiredBecause);
        Assert.Equal("not-now", room.Ask((state, who) => ProductRules.Change(state, "ha", StoreRoom.Hyaluronan(), who)).Problem?.Type.Id);
        Assert.Equal("unknown", room.Ask((state, who) => ProductRules.Change(state, "none", StoreRoom.Hyaluronan(), who)).Problem?.Type.Id);
    }
}
