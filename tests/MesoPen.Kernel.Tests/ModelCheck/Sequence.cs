using System.Collections;

namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>A short list that never changes and equals another by what it holds: parts of a model state are told apart by value.</summary>
internal sealed class Sequence<T>(params T[] items) : IReadOnlyList<T>, IEquatable<Sequence<T>>
{
    private readonly int _hash = HashOf(items);

    public static Sequence<T> Empty { get; } = new();

    public int Count => items.Length;

    public T this[int index] => items[index];

    public Sequence<T> Add(T item) => new([.. items, item]);

    public Sequence<T> RemoveAt(int index) => new([.. items[..index], .. items[(index + 1)..]]);

    public Sequence<T> With(Func<T, T> change) => items.Length == 0 ? this : new(Array.ConvertAll(items, each => change(each)));

    public bool Equals(Sequence<T>? other) =>
        other is not null && (ReferenceEquals(this, other) || (_hash == other._hash && items.AsSpan().SequenceEqual(other.AsSpan())));

    public override bool Equals(object? obj) => Equals(obj as Sequence<T>);

    public override int GetHashCode() => _hash;

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();

    private static int HashOf(T[] items)
    {
        HashCode hash = default;
        foreach (T item in items) { hash.Add(item); }
        return hash.ToHashCode();
    }

    private ReadOnlySpan<T> AsSpan() => items;
}
