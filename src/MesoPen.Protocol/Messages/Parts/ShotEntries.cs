using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace MesoPen.Protocol;

/// <summary>At most seven journal entries, held by value so that a reply allocates nothing.</summary>
public readonly struct ShotEntries : IEquatable<ShotEntries>
{
    /// <summary>Most entries that one reply carries.</summary>
    public const int Max = 7;

    private readonly Slots _slots;

    /// <summary>Takes entries, in order.</summary>
    /// <param name="entries">At most <see cref="Max"/>.</param>
    /// <exception cref="ArgumentException">More than <see cref="Max"/>.</exception>
    public ShotEntries(params ReadOnlySpan<ShotEntry> entries)
    {
        if (entries.Length > Max)
        {
            throw new ArgumentException($"A reply carries at most {Max} entries.", nameof(entries));
        }

        Slots slots = default;
        entries.CopyTo(slots);
        _slots = slots;
        Count = entries.Length;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The entry at an index.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1; else an <see cref="IndexOutOfRangeException"/>.</param>
    public ShotEntry this[int index] => AsSpan()[index];

    /// <summary>The entries, in order.</summary>
    [UnscopedRef]
    public ReadOnlySpan<ShotEntry> AsSpan() => ((ReadOnlySpan<ShotEntry>)_slots)[..Count];

    /// <summary>Whether both hold the same entries.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(ShotEntries left, ShotEntries right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(ShotEntries left, ShotEntries right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ShotEntries other) => AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ShotEntries other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (ShotEntry entry in AsSpan())
        {
            hash.Add(entry);
        }

        return hash.ToHashCode();
    }

    [InlineArray(Max)]
    private struct Slots
    {
        private ShotEntry _first;
    }
}
