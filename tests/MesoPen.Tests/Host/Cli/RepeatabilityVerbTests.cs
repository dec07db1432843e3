using MesoPen.Host.Cli;

namespace MesoPen.Tests.Host.Cli;

public sealed class RepeatabilityVerbTests
{
    // Aim: a dose that nothing holds is bad input with a sentence, before any device is looked for.
    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0")]
    [InlineData("-1")]
    public async Task Dose_that_nothing_holds_is_bad_input(string dose)
    {
        StringWriter error = new();
        int exit = await CommandLine.RunAsync(
            ["repeatability", "--device", "/dev/none", "--dose", dose], new CliContext(TextWriter.Null, error, TimeProvider.System),
            (_, _) => throw new InvalidOperationException("Nothing is treated here."));
        Assert.Equal(ExitCode.BadInput, exit);
        Assert.Contains("A dose takes more than 0", error.ToString(), StringComparison.Ordinal);
    }
}
