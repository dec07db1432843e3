using System.Reflection;
using System.Runtime.InteropServices;

namespace MesoPen.Tests.Walls;

/// <summary>The walls of docs/architecture.md: which project may see which, by what is written and by what was built.</summary>
public sealed class ProjectWallsTests
{
    // The two that are programs too are named for what one types.
    private const string Simulator = "mesopen-sim";
    private const string Host = "mesopen";

    // Each room with the rooms and packages that it may see. A project that is not here has no reason yet.
    private static readonly Dictionary<string, (string[] Projects, string[] Packages)> Rooms = new()
    {
        ["MesoPen.Kernel"] = (["Stateless"], ["Stateless"]),
        ["MesoPen.Protocol"] = ([], []),
        ["MesoPen.Firmware"] = (["MesoPen.Protocol"], []),
        ["MesoPen.Simulator"] = (["MesoPen.Firmware", "MesoPen.Protocol"], ["YamlDotNet", "System.CommandLine"]),
        ["MesoPen.Gpio"] = (
            ["MesoPen.Firmware", "MesoPen.Protocol", "System.Device.Gpio", "Iot.Device.Bindings"],
            ["System.Device.Gpio", "Iot.Device.Bindings", "YamlDotNet", "System.CommandLine"]),
        ["MesoPen.Host"] = (
            ["MesoPen.Kernel", "MesoPen.Protocol", "System.IO.Ports"],
            [
                "System.IO.Ports", "Polly.Core", "YamlDotNet", "Microsoft.Data.Sqlite.Core", "SQLitePCLRaw.bundle_e_sqlite3", "System.CommandLine",
                "Spectre.Console", "Npgsql", "Microsoft.AspNetCore.OpenApi", "CsvHelper", "Microsoft.Extensions.Hosting.Systemd",
                "OpenTelemetry.Extensions.Hosting", "OpenTelemetry.Exporter.OpenTelemetryProtocol", "OpenTelemetry.Exporter.Prometheus.AspNetCore",
                "MathNet.Numerics",
            ]),
        ["MesoPen.Kernel.Tests"] = (["MesoPen.Kernel"], ["xunit.v3"]),
    };

    // What was built, with what it may name besides the framework.
    private static readonly Dictionary<string, string[]> Built = new()
    {
        ["MesoPen.Kernel"] = ["Stateless"],
        ["MesoPen.Protocol"] = [],
        ["MesoPen.Firmware"] = ["MesoPen.Protocol"],
        [Simulator] = ["MesoPen.Firmware", "MesoPen.Protocol", "YamlDotNet", "System.CommandLine"],
        [Host] =
        [
            "MesoPen.Kernel", "MesoPen.Protocol", "System.IO.Ports", "Polly.Core", "YamlDotNet", "Microsoft.Data.Sqlite", "SQLitePCLRaw.core",
            "SQLitePCLRaw.batteries_v2", "System.CommandLine", "Spectre.Console", "Microsoft.AspNetCore", "Microsoft.Extensions",
            "Microsoft.OpenApi", "Microsoft.Net.Http.Headers", "System.Threading.RateLimiting", "OpenTelemetry", "Npgsql", "CsvHelper", "MathNet.Numerics",
        ],
    };

    [Fact]
    public void Projects_reference_what_their_room_may_see_and_nothing_else()
    {
        // Aim: a reference through a wall fails here, whatever its condition; so does a project without a place in the plan of the house.
        ProjectFile[] projects = [.. ProjectFile.Under("src"), .. ProjectFile.Under("tests").Where(each => Rooms.ContainsKey(each.Name))];
        Assert.True(projects.Length >= 6, "The projects were not found.");
        foreach (ProjectFile project in projects)
        {
            Assert.True(Rooms.ContainsKey(project.Name), $"{project.Path} has no place in the plan of the house.");
            (string[] mayProjects, string[] mayPackages) = Rooms[project.Name];
            Assert.Empty(project.Projects.Except(mayProjects));
            Assert.Empty(project.Packages.Except(mayPackages));
        }
    }

    [Fact]
    public void Stand_ins_reference_nothing_of_the_product()
    {
        // Aim: they are to be deleted one day.
        IEnumerable<string> seen = ProjectFile.Under("compat").SelectMany(project => project.Projects);
        Assert.DoesNotContain(seen, name => name.StartsWith("MesoPen", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "SR-151")]
    public void Assemblies_name_what_their_room_may_see_and_nothing_else()
    {
        // Aim: what was built tells the same as what was written: nothing came in through another project or a package.
        Assert.Equal(5, Built.Count);
        foreach ((string assembly, string[] may) in Built)
        {
            string[] strange = [.. NamesOf(assembly).Where(name => !IsFramework(name) && !may.Any(each => name == each || IsWithin(name, each)))];
            Assert.True(strange.Length == 0, $"{assembly} names {string.Join(", ", strange)}.");
        }
    }

    [Fact]
    [Trait("Requirement", "SR-151")]
    public void Judge_shares_nothing_with_the_judged()
    {
        // Aim: the simulator's assembly does not name the kernel, nor the host's the simulator, said again without any table.
        Assert.DoesNotContain("MesoPen.Kernel", NamesOf(Simulator));
        Assert.DoesNotContain("MesoPen.Kernel", NamesOf("MesoPen.Firmware"));
        Assert.DoesNotContain(Simulator, NamesOf(Host));
        Assert.DoesNotContain("MesoPen.Firmware", NamesOf(Host));
        Assert.Equal(["Stateless"], NamesOf("MesoPen.Kernel").Where(name => !IsFramework(name)));
        Assert.DoesNotContain(NamesOf("MesoPen.Protocol"), name => !IsFramework(name));
    }

    private static IEnumerable<string> NamesOf(string assembly) => Assembly.Load(assembly).GetReferencedAssemblies().Select(each => each.Name!);

    private static bool IsWithin(string name, string family) => name.StartsWith(family + ".", StringComparison.Ordinal);

    // What the runtime itself ships. The framework of web servers is not in it: it is a choice, and stands in the table.
    private static bool IsFramework(string name) => File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name + ".dll"));
}
