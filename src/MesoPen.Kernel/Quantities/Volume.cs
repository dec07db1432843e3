namespace MesoPen.Kernel;

/// <summary>A volume, whole nanolitres. Arithmetic is checked: an overflow throws.</summary>
/// <param name="Nl">Nanolitres.</param>
public readonly record struct Volume(long Nl)
{
    /// <summary>Volumes up to this are shown in µL, larger ones in mL: doses of a shot read as µL, totals as mL.</summary>
    private const long MicrolitreStyleMaxNl = 200_000;

    /// <summary>No volume.</summary>
    public static Volume Zero => default;

    /// <summary>Sum.</summary>
    public static Volume operator +(Volume a, Volume b) => new(checked(a.Nl + b.Nl));
    /// <summary>Difference.</summary>
    public static Volume operator -(Volume a, Volume b) => new(checked(a.Nl - b.Nl));
    /// <summary>Multiple.</summary>
    public static Volume operator *(Volume a, long times) => new(checked(a.Nl * times));
    /// <summary>For sums, so that those of one column have one unit: always mL.</summary>
    public string InMillilitres => Typography.Decimal(Nl, 6) + " mL";

    /// <summary>For people: "20 µL", "0.5 mL".</summary>
    public override string ToString() => Math.Abs(Nl) <= MicrolitreStyleMaxNl ? Typography.Decimal(Nl, 3) + " µL" : InMillilitres;
}
