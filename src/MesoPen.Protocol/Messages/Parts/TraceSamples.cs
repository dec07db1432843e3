using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace MesoPen.Protocol;

/// <summary>At most eight samples, held by value so that an event allocates nothing.</summary>
public readonly struct TraceSamples : IEquatable<TraceSamples>
{
    /// <summary>Most samples that one event carries.</summary>
    public const int Max = 8;

    private readonly Slots _slots;

    /// <summary>Takes samples, in order.</summary>
    /// <param name="samples">At most <see cref="Max"/>.</param>
    /// <exception cref="ArgumentException">More than <see cref="Max"/>.</exception>
    public TraceSamples(params ReadOnlySpan<TraceSample> samples)
    {
        if (samples.Length > Max)
        {
            throw new ArgumentException($"An event carries at most {Max} samples.", nameof(samples));
        }

        Slots slots = default;
        samples.CopyTo(slots);
        _slots = slots;
        Count = samples.Length;
    }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>The sample at an index.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1; else an <see cref="IndexOutOfRangeException"/>.</param>
    public TraceSample this[int index] => AsSpan()[index];

    /// <summary>The samples, in order.</summary>
    [UnscopedRef]
    public ReadOnlySpan<TraceSample> AsSpan() => ((ReadOnlySpan<TraceSample>)_slots)[..Count];

    /// <summary>Whether both hold the same samples.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(TraceSamples left, TraceSamples right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(TraceSamples left, TraceSamples right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(TraceSamples other) => AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TraceSamples other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (TraceSample sample in AsSpan())
        {
            hash.Add(sample);
        }

        return hash.ToHashCode();
    }

    [InlineArray(Max)]
    private struct Slots
    {
        private TraceSample _first;
    }
}
