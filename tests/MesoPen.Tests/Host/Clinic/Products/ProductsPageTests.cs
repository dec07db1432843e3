using System.Text.Json;
using System.Text.RegularExpressions;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Products;
using MesoPen.Tests.Walls;

namespace MesoPen.Tests;

public sealed partial class ProductsPageTests
{
    private static readonly string Page = Repository.Read("docs/products.md");

    // Aim: the page names every row that this part of the clinic writes, with every field of its body in order, and every problem that it gives.
    [Fact]
    public void Page_names_every_row_and_every_problem()
    {
        foreach ((string kind, Type type) in ClinicEventCodec.Kinds.Where(each => each.Value.Namespace == typeof(Product).Namespace))
        {
            IEnumerable<string> fields = type.GetConstructors().Single(each => each.GetParameters().Length > 1).GetParameters()
                .Skip(1).Select(each => JsonNamingPolicy.SnakeCaseLower.ConvertName(each.Name!));
            Assert.Contains($"| `{kind}` | `{string.Join(", ", fields)}` |", Page, StringComparison.Ordinal);
        }

        foreach (ProblemType type in ProblemCatalogue.All.Values.Where(type => new[] { typeof(ProductProblems), typeof(VialProblems), typeof(HeadProblems) }
            .Any(of => of.GetProperties().Any(property => ReferenceEquals(property.GetValue(null), type)))))
        {
            Assert.Contains($"`{type.Id}`", Page, StringComparison.Ordinal);
        }
    }

    // Aim: the examples of the page are taken as they stand there.
    [Fact]
    public void Examples_are_accepted()
    {
        string[] examples = [.. Example().Matches(Page).Select(each => each.Groups[1].Value)];
        RegisterProduct product = JsonSerializer.Deserialize<RegisterProduct>(examples[0], ClinicJson.Options)!;
        MakeMixture mixture = JsonSerializer.Deserialize<MakeMixture>(examples[1], ClinicJson.Options)!;
        StoreRoom room = new StoreRoom().WithProduct(product).WithLot(product: product.ProductId).WithVial("V-0101").WithVial("V-0102");

        Assert.Null(room.Ask((state, who) => MixtureRules.Make(state, mixture, who)).Problem);
        Assert.Equal(2, examples.Length);
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
