using System.Globalization;

namespace MesoPen.Tests.Protocol;

/// <summary>
/// The seed of a random test: fixed, so that a run repeats, unless MESOPEN_SEED names another. Printed, and in each failure.
/// </summary>
internal static class TestSeed
{
    private const int Default = 20_250_917;

    public static int Value { get; } = Environment.GetEnvironmentVariable("MESOPEN_SEED") is { Length: > 0 } text
        ? int.Parse(text, CultureInfo.InvariantCulture)
        : Default;

    /// <summary>A stream of numbers of its own for one test, after printing the seed.</summary>
    public static Random Random()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"MESOPEN_SEED={Value}");
        return new Random(Value);
    }
}
