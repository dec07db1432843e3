namespace MesoPen.Kernel;

/// <summary>A depth or a length along the needle, whole micrometres.</summary>
/// <param name="Um">Micrometres.</param>
public readonly record struct Depth(int Um)
{
    /// <summary>Vertical depth of a needle that goes in by <paramref name="length"/> at an angle to the skin: sin(angle) × length, rounded up.</summary>
    /// <param name="length">Inserted length along the needle.</param>
    /// <param name="angleDeg">Whole degrees to the skin, 1 to 90.</param>
    /// <exception cref="ArgumentOutOfRangeException">The angle is not 1 to 90, or the length is negative.</exception>
    /// <remarks>Source of the formula: JDD 2016, "Quantifying depth of injection of hyaluronic acid in the dermis". Rounding up errs to the shallower permit.</remarks>
    public static Depth Below(Depth length, int angleDeg)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length.Um, 0);
        long scaled = (long)length.Um * Sine.Millionths(angleDeg);
        return new Depth((int)((scaled + Sine.One - 1) / Sine.One));
    }

    /// <summary>For people: millimetres, a leading zero, no trailing zero, a space before the unit: "1.06 mm".</summary>
    public override string ToString() => Typography.Decimal(Um, 3) + " mm";
}
