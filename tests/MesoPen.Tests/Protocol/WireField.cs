namespace MesoPen.Tests.Protocol;

/// <summary>Where a field lies: as the page says it, or as the code does it. Type is the page's word, such as u16.</summary>
internal sealed record WireField(int Offset, int Size, string Name, string Type);
