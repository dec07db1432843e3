using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using MesoPen.Host.Clinic;

namespace MesoPen.Tests;

/// <summary>
/// One event of every kind that the program knows, made by reflection, with a canary in every text: a word that occurs nowhere else and names the
/// property that it sits in. Ids are the same wherever they have the same name, so that events belong together. Days, years and numbers are canaries
/// too: a day is in 2077, a year of birth 1931.
/// </summary>
internal static class CanaryEvents
{
    public const int Year = 2077;

    /// <summary>An event of every kind. Withdrawals come first, where they meet nothing: what they withdraw is to be seen.</summary>
    public static IReadOnlyList<ClinicEvent> All() =>
    [
        .. ClinicEventCodec.Kinds.Values
            .OrderByDescending(type => type.Name.EndsWith("Withdrawn", StringComparison.Ordinal)).ThenBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (ClinicEvent)Make(type, type.Name, 0)!),
    ];

    /// <summary>The clinic after all of them; those that need others first are tried again. What could not be applied is named.</summary>
    public static (ClinicState State, IReadOnlyList<string> Unapplied) Folded()
    {
        ClinicState state = ClinicState.Empty;
        List<ClinicEvent> left = [.. All()];
        for (int before = left.Count + 1; left.Count < before;)
        {
            before = left.Count;
            foreach (ClinicEvent each in left.ToArray())
            {
                try
                {
                    state = state.Apply(new ClinicFact(state.LastSequence + 1, new DateTimeOffset(Year, 6, 5, 4, 3, 2, TimeSpan.Zero), each));
                    left.Remove(each);
                }
                catch (KeyNotFoundException)
                {
                    // It changes something that is not there yet.
                }
            }
        }

        return (state, [.. left.Select(each => each.GetType().Name)]);
    }

    private static object? Make(Type type, string path, int depth)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare == typeof(string) ? Canary(path)
            : bare == typeof(DateOnly) ? new DateOnly(Year, 6, 5)
            : bare == typeof(DateTimeOffset) ? new DateTimeOffset(Year, 6, 5, 4, 3, 2, TimeSpan.Zero)
            : bare == typeof(bool) ? true
            : bare == typeof(int) && path.EndsWith("BirthYear", StringComparison.Ordinal) ? 1931
            : bare.IsEnum ? Enum.GetValues(bare).Cast<object>().Last()
            : bare.IsPrimitive ? Convert.ChangeType(7, bare, System.Globalization.CultureInfo.InvariantCulture)
            : depth > 6 ? null
            : Many(bare, path, depth) ?? MakeObject(bare, path, depth);
    }

    private static string Canary(string path)
    {
        string name = path[(path.LastIndexOf('.') + 1)..];
        return name.EndsWith("Id", StringComparison.Ordinal) || name is "By" ? "Canary" + name : "Canary" + path.Replace(".", "", StringComparison.Ordinal);
    }

    /// <summary>A collection with one item; null if the type is none.</summary>
    private static object? Many(Type type, string path, int depth)
    {
        if (!type.IsGenericType || !typeof(IEnumerable).IsAssignableFrom(type))
        {
            return null;
        }

        Type[] of = type.GetGenericArguments();
        object? item = Make(of[^1], path, depth + 1);
        if (of.Length == 2)
        {
            object key = Make(of[0], path + "Key", depth + 1)!;
            object builder = typeof(ImmutableSortedDictionary).GetMethods().First(m => m.Name == "CreateBuilder" && m.GetParameters().Length == 0)
                .MakeGenericMethod(of).Invoke(null, null)!;
            builder.GetType().GetMethod("Add", of)!.Invoke(builder, [key, item]);
            return typeof(ImmutableSortedDictionary).GetMethods().First(m => m.Name == "ToImmutableSortedDictionary" && m.GetParameters()[0].ParameterType.Name.StartsWith("Builder", StringComparison.Ordinal))
                .MakeGenericMethod(of).Invoke(null, [builder]);
        }

        Array one = Array.CreateInstance(of[0], 1);
        one.SetValue(item, 0);
        return type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? typeof(ImmutableArray).GetMethods().First(m => m.Name == "Create" && m.GetParameters() is [{ ParameterType.IsArray: true }]).MakeGenericMethod(of).Invoke(null, [one])
            : one;
    }

    private static object MakeObject(Type type, string path, int depth)
    {
        ConstructorInfo constructor = type.GetConstructors().Where(each => each.GetParameters() is not [{ } only] || !only.ParameterType.IsAssignableFrom(type))
            .OrderByDescending(each => each.GetParameters().Length).First();
        object made = constructor.Invoke([.. constructor.GetParameters().Select(each => Make(each.ParameterType, Path(path, each.Name!), depth + 1))]);
        HashSet<string> given = [.. constructor.GetParameters().Select(each => each.Name!.ToUpperInvariant())];
        foreach (PropertyInfo property in type.GetProperties().Where(each => each.SetMethod is { IsPublic: true } && !given.Contains(each.Name.ToUpperInvariant())))
        {
            property.SetValue(made, Make(property.PropertyType, Path(path, property.Name), depth + 1));
        }

        return made;
    }

    private static string Path(string path, string name) => path + "." + char.ToUpperInvariant(name[0]) + name[1..];
}
