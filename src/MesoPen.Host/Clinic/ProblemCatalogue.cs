using System.Collections.Frozen;
using System.Reflection;

namespace MesoPen.Host.Clinic;

/// <summary>
/// All problem types: every <see cref="ProblemType"/> in a static property of a static class whose name ends in <c>Problems</c>, beside the rules
/// that give it.
/// </summary>
public static class ProblemCatalogue
{
    /// <summary>By id.</summary>
    public static IReadOnlyDictionary<string, ProblemType> All { get; } = typeof(ProblemCatalogue).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Problems", StringComparison.Ordinal))
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Where(property => property.PropertyType == typeof(ProblemType))
        .Select(property => (ProblemType)property.GetValue(null)!)
        .ToFrozenDictionary(type => type.Id);
}
