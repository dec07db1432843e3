namespace MesoPen.Kernel;

/// <summary>A depth or a length along the needle, whole micrometres.</summary>
/// <param name="Um">Micrometres.</param>
public readonly record struct Depth(int Um)
{
    private const int One = 1_000_000;

    // sin(n°) × 10⁶, rounded up so that a depth is never understated, n = 1 to 90.
    private static readonly int[] Sine =
    [
        17453, 34900, 52336, 69757, 87156, 104529, 121870, 139174, 156435, 173649, 190809, 207912, 224952, 241922, 258820,
        275638, 292372, 309017, 325569, 342021, 358368, 374607, 390732, 406737, 422619, 438372, 453991, 469472, 484810, 500000,
        515039, 529920, 544640, 559193, 573577, 587786, 601816, 615662, 629321, 642788, 656060, 669131, 681999, 694659, 707107,
        719340, 731354, 743145, 754710, 766045, 777146, 788011, 798636, 809017, 819153, 829038, 838671, 848049, 857168, 866026,
        874620, 882948, 891007, 898795, 906308, 913546, 920505, 927184, 933581, 939693, 945519, 951057, 956305, 961262, 965926,
        970296, 974371, 978148, 981628, 984808, 987689, 990269, 992547, 994522, 996195, 997565, 998630, 999391, 999848, 1000000,
    ];

    /// <summary>Vertical depth of a needle inserted by <paramref name="length"/> at an angle to the skin: sin(angle) × length, rounded up.</summary>
    /// <param name="length">Inserted length along the needle.</param>
    /// <param name="angleDeg">Whole degrees to the skin, 1 to 90.</param>
    /// <exception cref="ArgumentOutOfRangeException">The angle is not 1 to 90, or the length is negative.</exception>
    /// <remarks>Source: JDD 2016, "Quantifying depth of injection of hyaluronic acid in the dermis". Rounding up errs to the shallower.</remarks>
    public static Depth Below(Depth length, int angleDeg)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length.Um);
        ArgumentOutOfRangeException.ThrowIfLessThan(angleDeg, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(angleDeg, 90);
        return new Depth((int)(((long)length.Um * Sine[angleDeg - 1] + One - 1) / One));
    }

    /// <summary>For people: millimetres, a leading zero, no trailing zero, a space before the unit: "1.06 mm".</summary>
    public override string ToString() => Typography.Decimal(Um, 3) + " mm";
}
