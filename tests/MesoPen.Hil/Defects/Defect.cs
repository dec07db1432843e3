namespace MesoPen.Hil;

/// <summary>A mistake that a programmer could have made, kept as data, to prove that the oracle sees it.</summary>
/// <param name="Id">D-01 and so on.</param>
/// <param name="Title">What the program does wrong, a sentence.</param>
/// <param name="Room">Kernel, Host, Firmware or Protocol.</param>
/// <param name="Needs">What must befall the treatment for it to show.</param>
/// <param name="Edits">What is changed in the sources.</param>
internal sealed record Defect(string Id, string Title, string Room, string Needs, IReadOnlyList<DefectEdit> Edits)
{
    /// <summary>The rooms that defects can be planted in.</summary>
    public static IReadOnlyList<string> Rooms { get; } = ["Kernel", "Host", "Firmware", "Protocol"];

    /// <summary>The condition that stands in the replaced text.</summary>
    public string Switch => $"PlantedDefect.Is(\"{Id}\")";
}
