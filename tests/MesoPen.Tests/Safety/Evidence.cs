namespace MesoPen.Tests.Safety;

/// <summary>A test or a scenario, and what it names.</summary>
/// <param name="Name">Of a test its full name without the product's, of a scenario its id.</param>
/// <param name="Runs">Whether it runs in ./test.sh by itself: false for a test that is skipped or explicit, or has a case that is.</param>
/// <param name="Requirements">Requirements that it is evidence for.</param>
/// <param name="Hazards">Hazards that it names; tests name none.</param>
/// <param name="Levels">Levels that a scenario runs at; none for a test.</param>
internal sealed record Evidence(
    string Name, bool Runs, IReadOnlyList<string> Requirements, IReadOnlyList<string> Hazards, IReadOnlyList<string> Levels)
{
    /// <summary>Whether it is a scenario and not a test.</summary>
    public bool IsScenario { get; init; }

    /// <summary>A test that names requirements.</summary>
    public static Evidence OfTest(string name, bool runs, params IEnumerable<string> requirements) =>
        new(name, runs, [.. requirements], [], []);
}
