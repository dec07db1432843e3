namespace MesoPen.Host.Api;

/// <summary>A part of a list.</summary>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="Next">What to send as <c>after</c> for the next part; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
