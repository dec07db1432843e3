using System.CommandLine;
using System.CommandLine.Parsing;

namespace MesoPen.Hil;

/// <summary>Options and arguments that several verbs share.</summary>
internal static class HilOptions
{
    public static Argument<string[]> Paths() => new("PATH")
    {
        Description = "Scenario files, or folders whose *.yaml are taken with those of their folders",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string> Profiles() => new("--profiles")
    {
        Description = "Folder of device profiles; the one beside the program if left out",
        HelpName = "DIR",
        DefaultValueFactory = _ => HardwareFolder.BesideProgram.ProfilesPath,
    };

    public static Option<string> Zones() => new("--zones")
    {
        Description = "Zone catalogue; the one beside the program if left out",
        HelpName = "FILE",
        DefaultValueFactory = _ => HardwareFolder.BesideProgram.ZonesPath,
    };

    public static Option<SeedSpan?> Seeds() => new("--seeds")
    {
        Description = "Every scenario from each of these seeds; each scenario's own if left out",
        HelpName = "A-B",
        CustomParser = Parsed(static text => SeedSpan.Parse(text), "two whole numbers as 1-200, or one"),
    };

    public static Option<int> Jobs() => new("--jobs")
    {
        Description = "Runs at one time; one for each core if left out",
        HelpName = "N",
        CustomParser = Number(1, 256),
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    /// <summary>A whole number within bounds.</summary>
    public static Func<ArgumentResult, int> Number(int min, int max) => result =>
    {
        if (int.TryParse(result.Tokens.Single().Value, out int value) && value >= min && value <= max)
        {
            return value;
        }

        result.AddError($"{Name(result)} {result.Tokens.Single().Value}: write a whole number from {min} to {max}.");
        return min;
    };

    private static Func<ArgumentResult, T?> Parsed<T>(Func<string, T?> parse, string need)
        where T : class => result =>
    {
        string text = result.Tokens.Single().Value;
        T? value = parse(text);
        if (value is null)
        {
            result.AddError($"{Name(result)} {text}: write {need}.");
        }

        return value;
    };

    private static string Name(ArgumentResult result) => (result.Parent as OptionResult)?.Option.Name ?? result.Argument.Name;
}
