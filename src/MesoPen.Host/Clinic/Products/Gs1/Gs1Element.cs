namespace MesoPen.Host.Clinic.Products;

/// <summary>One element of a GS1 element string.</summary>
/// <param name="Ai">Application identifier: 2 to 4 digits.</param>
/// <param name="Value">What stands behind it.</param>
public sealed record Gs1Element(string Ai, string Value);
