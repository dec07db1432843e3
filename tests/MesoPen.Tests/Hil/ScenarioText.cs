namespace MesoPen.Tests.Hil;

/// <summary>A scenario file in a folder that goes with the test.</summary>
internal sealed class ScenarioText : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mesopen-hil-").FullName;

    /// <param name="more">Text after the keys that every scenario needs; a record is expected if it says nothing else.</param>
    /// <param name="title">Its title.</param>
    public ScenarioText(string more, string title = "A short treatment")
    {
        File.WriteAllText(
            PathOf, $"scenario: 1\nid: made-up\ntitle: {title}\nplan: {Protocol.RepositoryFile.PathOf("plans/demo-short.yaml")}\ncut: {{zones: 1, points: 2}}\n{more}\n{(more.Contains("expect", StringComparison.Ordinal) ? "" : "expect: [{record: shots, at_least: 0}]\n")}");
    }

    /// <summary>The file.</summary>
    public string PathOf => Path.Combine(_folder, "made-up.yaml");

    public string Folder => _folder;

    public Scenario Read() => ScenarioReader.Read(PathOf, HardwareFolder.BesideProgram);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
