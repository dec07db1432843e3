using System.Xml.Linq;

namespace MesoPen.Tests.Walls;

/// <summary>What a project file says that matters for the walls.</summary>
internal sealed class ProjectFile
{
    private static readonly string[] Strict =
        ["NoWarn", "WarningsNotAsErrors", "TreatWarningsAsErrors", "CheckForOverflowUnderflow", "Nullable", "AnalysisLevel"];

    private readonly XDocument _xml;

    public ProjectFile(string path)
    {
        Path = path;
        _xml = XDocument.Parse(Repository.Read(path));
    }

    public string Path { get; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Names of the projects it references, under whatever condition.</summary>
    public IEnumerable<string> Projects =>
        Includes("ProjectReference").Select(path => System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));

    public IEnumerable<string> Packages => Includes("PackageReference");

    public bool BansAmbientTime => !_xml.Descendants("BanAmbientTime").Any(each => each.Value == "false");

    /// <summary>Everything that could loosen what the root's files say for all.</summary>
    public IEnumerable<string> Loosened =>
        _xml.Descendants().Where(each => Strict.Contains(each.Name.LocalName)).Select(each => $"{each.Name.LocalName}={each.Value}");

    public static IEnumerable<ProjectFile> Under(string folder) =>
        Repository.Files(folder).Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)).Select(path => new ProjectFile(path));

    private IEnumerable<string> Includes(string element) =>
        _xml.Descendants(element).Select(each => (string?)each.Attribute("Include")).OfType<string>();
}
