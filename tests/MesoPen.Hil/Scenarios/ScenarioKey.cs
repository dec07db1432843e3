namespace MesoPen.Hil;

/// <summary>A key of a scenario file.</summary>
/// <param name="Name">As written.</param>
/// <param name="Form">What its value is.</param>
/// <param name="Meaning">For people.</param>
/// <param name="Required">Whether it must be there.</param>
internal sealed record ScenarioKey(string Name, string Form, string Meaning, bool Required = false);
