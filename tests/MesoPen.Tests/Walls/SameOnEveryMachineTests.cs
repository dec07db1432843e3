using System.Text.RegularExpressions;

namespace MesoPen.Tests.Walls;

/// <summary>A seed gives the same run on every machine: nothing that a run is made of asks a library that differs between them.</summary>
public sealed partial class SameOnEveryMachineTests
{
    public static TheoryData<string> Folders =>
    [
        "src/MesoPen.Protocol", "src/MesoPen.Firmware", "src/MesoPen.Kernel", "src/MesoPen.Simulator", "src/MesoPen.Host/Connection",
        "src/MesoPen.Host/Control", "src/MesoPen.Host/Loop", "src/MesoPen.Host/Records", "tests/MesoPen.Hil/Rig",
    ];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Nothing_in_a_run_uses_functions_that_each_machine_rounds_by_itself(string folder)
    {
        // Aim: + - * / and the square root are the same everywhere (IEEE 754); logarithms, powers and angles come from the machine's own library.
        string[] files = [.. Repository.Code(folder)];
        Assert.NotEmpty(files);
        Assert.All(files, path => Assert.False(Libm().IsMatch(Repository.Read(path)), $"{path} uses a function of the machine's own library."));
    }

    [Theory]
    [InlineData("x = Math.Log(1 - u);", true)]
    [InlineData("x = Math.Pow(2, n);", true)]
    [InlineData("x = MathF.Tanh(u);", true)]
    [InlineData("double.Exp(u)", true)]
    [InlineData("x = Math.Sqrt(2 * a);", false)]
    [InlineData("x = Math.Max(Log(a), b);", false)]
    public void Such_functions_are_seen(string code, bool seen)
    {
        // Aim: the wall can fail.
        Assert.Equal(seen, Libm().IsMatch(code));
    }

    [GeneratedRegex(@"\b(Math|MathF|double|float)\.(Log\w*|Exp\w*|Pow|Cbrt|Hypot|FusedMultiplyAdd|A?Sin\w*|A?Cos\w*|A?Tan\w*)\(")]
    private static partial Regex Libm();
}
