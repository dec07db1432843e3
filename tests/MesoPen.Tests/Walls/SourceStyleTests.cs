using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace MesoPen.Tests.Walls;

/// <summary>How the code of src is cut: one type a file, named for it; short; sealed; names that say something.</summary>
public sealed partial class SourceStyleTests
{
    private const int FileLinesMax = 400;

    private static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Service", "Impl", "Common"];

    // The last two are programs, named for what one types.
    private static readonly string[] Assemblies = ["MesoPen.Kernel", "MesoPen.Protocol", "MesoPen.Firmware", "mesopen-sim", "mesopen"];

    private static IEnumerable<Type> Written => Assemblies.SelectMany(each => Assembly.Load(each).GetTypes())
        .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.Name.Contains('<', StringComparison.Ordinal)
            && type.Namespace?.StartsWith("MesoPen", StringComparison.Ordinal) == true);

    [Fact]
    public void Files_are_short()
    {
        // Aim: a file that is too long to read at once wants a look.
        string[] tooLong = [.. Repository.Code("src").Where(path => Repository.Lines(path).Length >= FileLinesMax)];
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Each_file_holds_one_type_and_is_named_for_it()
    {
        // Aim: a type is where its name says. Part files are named Type.Part.cs.
        List<string> wrong = [];
        int looked = 0;
        foreach (string path in Repository.Code("src").Where(path => !path.EndsWith("/Program.cs", StringComparison.Ordinal)))
        {
            string[] types = [.. Declaration().Matches(Repository.Read(path)).Select(match => match.Groups["name"].Value)];
            string named = Path.GetFileName(path).Split('.')[0];
            looked++;
            if (types.Length != 1 || types[0] != named)
            {
                wrong.Add($"{path}: {string.Join(", ", types)}");
            }
        }

        Assert.True(looked > 100, $"Only {looked} files were looked at.");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Public_classes_are_sealed_or_abstract()
    {
        // Aim: nobody builds on what was not meant to be built on.
        Type[] open = [.. Written.Where(type => type.IsClass && (type.IsPublic || type.IsNestedPublic) && !type.IsSealed && !type.IsAbstract)];
        Assert.Empty(open);
    }

    [Fact]
    public void Names_say_something()
    {
        // Aim: words that say nothing, at the end of a type's name or as a folder.
        Assert.DoesNotContain(Written, type => EmptyWords.Any(word => type.Name.Split('`')[0].EndsWith(word, StringComparison.Ordinal)));
        Assert.DoesNotContain(Repository.Files("src").SelectMany(path => path.Split('/')), part => EmptyWords.Contains(part));
    }

    [Fact]
    public void Nothing_is_left_for_later()
    {
        // Aim: no stub, no marker of work not done, no test that is not run.
        Assert.DoesNotContain(Repository.Code("src").Concat(Repository.Code("tests")), path => Later().IsMatch(Repository.Read(path)));
    }

    [GeneratedRegex(
        @"^(?:public |internal |file )?(?:(?:static|sealed|abstract|readonly|partial|ref|unsafe) )*"
        + @"(?:class|struct|interface|enum|record(?: class| struct)?|delegate [\w<>?]+) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();

    // Put together here so that this file does not match itself.
    [GeneratedRegex(@"\bTO" + @"DO\b|\bFIX" + @"ME\b|\bHA" + @"CK\b|NotImplemented" + @"Exception|\bSkip" + @"\s*=\s*""")]
    private static partial Regex Later();
}
