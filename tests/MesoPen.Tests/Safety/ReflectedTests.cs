using System.Reflection;
using Xunit.v3;

namespace MesoPen.Tests.Safety;

/// <summary>Tests that name requirements by a trait, as the test program itself knows them.</summary>
internal static class ReflectedTests
{
    /// <summary>Name of the trait: <c>[Trait("Requirement", "SR-012")]</c> on a test or on its class.</summary>
    public const string Trait = "Requirement";

    public static IReadOnlyList<Evidence> In(IEnumerable<Type> types) =>
    [
        .. from type in types
           from method in type.GetMethods()
           let fact = method.GetCustomAttribute<FactAttribute>()
           where fact is not null
           let named = type.GetCustomAttributes<TraitAttribute>().Concat(method.GetCustomAttributes<TraitAttribute>())
               .Where(trait => trait.Name == Trait).Select(trait => trait.Value).Distinct().Order(StringComparer.Ordinal).ToArray()
           where named.Length > 0
           let runs = Runs(fact) && method.GetCustomAttributes<DataAttribute>().All(Runs)
           select Evidence.OfTest(NameOf(type.FullName!, method.Name), runs, named),
    ];

    /// <summary>A test's name without the product's, which they all have.</summary>
    public static string NameOf(string type, string method) => $"{type.Replace("MesoPen.", "", StringComparison.Ordinal)}.{method}";

    private static bool Runs(FactAttribute fact) => !fact.Explicit && fact.Skip is null && fact.SkipWhen is null && fact.SkipUnless is null;

    private static bool Runs(IDataAttribute cases) =>
        cases.Explicit != true && cases.Skip is null && cases.SkipWhen is null && cases.SkipUnless is null;
}
