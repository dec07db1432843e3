namespace MesoPen.Tests.Host.Connection;

internal static class Pairs
{
    /// <summary>Each element with the one after it.</summary>
    public static IEnumerable<(T Earlier, T Later)> Pairwise<T>(this IEnumerable<T> source) => source.Zip(source.Skip(1));
}
