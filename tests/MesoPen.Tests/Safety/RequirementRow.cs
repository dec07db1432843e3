namespace MesoPen.Tests.Safety;

/// <summary>A row of docs/safety/requirements.md.</summary>
/// <param name="Id">SR-nnn.</param>
/// <param name="Group">The heading that it stands under.</param>
/// <param name="Sentence">What is required.</param>
internal sealed record RequirementRow(string Id, string Group, string Sentence);
