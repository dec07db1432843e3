using System.Text.RegularExpressions;

namespace MesoPen.Tests.Walls;

/// <summary>What is written here holds on every machine: no path of one, no host that packages were fetched from.</summary>
public sealed partial class NoMachineNamesTests
{
    [Fact]
    public void No_file_names_a_path_of_somebodys_machine()
    {
        // Aim: home folders, work folders, drives of the machine that a file was written on.
        List<string> found = [];
        int looked = 0;
        foreach (string path in Repository.TextFiles())
        {
            looked++;
            found.AddRange(MachinePath().Matches(Repository.Read(path)).Select(match => $"{path}: {match.Value}"));
        }

        Assert.True(looked > 200, $"Only {looked} files were looked at.");
        Assert.Empty(found);
    }

    [Fact]
    public void No_file_names_a_host_of_packages()
    {
        // Aim: where packages come from is the machine's matter: no feed in a configuration, a lock file or a script.
        List<string> found = [];
        foreach (string path in Repository.TextFiles())
        {
            found.AddRange(PackageHost().Matches(Repository.Read(path)).Select(match => $"{path}: {match.Value}"));
        }

        Assert.Empty(found);
        Assert.DoesNotContain(Repository.Files(), path => Path.GetFileName(path) is "nuget.config" or "NuGet.Config" or "NuGet.config" or ".npmrc");
    }

    [Theory]
    [InlineData("see /ho" + "me/ada/mesopen", true)]
    [InlineData("C:\\Use" + "rs\\ada", true)]
    [InlineData("/wo" + "rk/main/src", true)]
    [InlineData("/tm" + "p/dev/x", true)]
    [InlineData("/dev/ttyUSB0", false)]
    [InlineData("src/work/main", false)]
    public void Search_for_paths_finds_what_it_is_for(string text, bool found)
    {
        // Aim: the search above can find something, and leaves device paths alone.
        Assert.Equal(found, MachinePath().IsMatch(text));
    }

    [Theory]
    [InlineData("https://api.nu" + "get.org/v3/index.json", true)]
    [InlineData("https://regis" + "try.npmjs.org/vite", true)]
    [InlineData("\"resolved\": \"http://10.0.0.7:8080/npm/vite.tgz\"", true)]
    [InlineData("https://github.com/dotnet/runtime", false)]
    public void Search_for_hosts_finds_what_it_is_for(string text, bool found)
    {
        // Aim: the search above can find something.
        Assert.Equal(found, PackageHost().IsMatch(text));
    }

    // Cut in two so that this file does not match itself.
    [GeneratedRegex(@"(?<![\w.\-/])/(?:ho" + @"me|ro" + @"ot|wo" + @"rk|Use" + @"rs)/\w+|(?<![\w.\-])/tm" + @"p/dev\b|\b[A-Z]:\\Use" + @"rs\\\w+")]
    private static partial Regex MachinePath();

    [GeneratedRegex(
        @"(?:api\.nu" + @"get|regis" + @"try\.npmjs|regis" + @"try\.yarnpkg|pkgs\.dev\.az" + @"ure|npm\.pk" + @"g\.github)\.\w+"
        + @"|""resol" + @"ved"":\s*""https?://[^""]+")]
    private static partial Regex PackageHost();
}
