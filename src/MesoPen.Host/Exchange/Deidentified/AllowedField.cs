namespace MesoPen.Host.Exchange.Deidentified;

/// <summary>One field that may leave the house.</summary>
/// <param name="Name">Name of the column, with its unit.</param>
/// <param name="From">What it is made from, and how: for people who decide whether it may be exported.</param>
/// <param name="Value">Makes it; null is an empty cell.</param>
internal sealed record AllowedField<T>(string Name, string From, Func<T, Veil, string?> Value);
