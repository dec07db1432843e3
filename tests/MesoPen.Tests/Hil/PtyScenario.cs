using MesoPen.Host.Input;
using MesoPen.Tests.Protocol;

namespace MesoPen.Tests.Hil;

/// <summary>Scenarios for the level pty, written for a test.</summary>
internal static class PtyScenario
{
    public static HardwareFolder Hardware { get; } = new(RepositoryFile.PathOf("hardware/zones.yaml"), RepositoryFile.PathOf("hardware/profiles"));

    /// <summary>The text of a scenario of two short zones; it expects a record if it says nothing else.</summary>
    public static string Text(string more) => $$"""
        scenario: 1
        id: tried
        title: A scenario for a test
        levels: [virtual, pty]
        plan: {{RepositoryFile.PathOf("plans/demo-short.yaml")}}
        cut: {zones: 2, points: 2}
        {{more}}{{(more.Contains("expect", StringComparison.Ordinal) ? "" : "\nexpect: [{record: shots, at_least: 0}]")}}
        """;

    /// <summary>Reads one.</summary>
    public static Scenario Read(string more)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, Text(more));
            return ScenarioReader.Read(path, Hardware);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Runs one with real processes.</summary>
    public static ScenarioRun Run(string more) => Assert.Single(PtyRunSet.Run([Read(more)], null, jobs: 1, _ => { }));

    /// <summary>The line on which a text stands.</summary>
    public static int LineOf(string more, string text) => 1 + Text(more).Split('\n').ToList().FindIndex(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>The sentence with which one is refused.</summary>
    public static string Refusal(string more) => Assert.Throws<InputException>(() => Read(more)).Message;
}
