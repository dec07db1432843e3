namespace MesoPen.Host.Api;

/// <summary>A part of a list.</summary>
/// <param name="Items">The items of this part, in the list's order.</param>
/// <param name="Next">Ask again with this as <c>after</c> for the next part; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
