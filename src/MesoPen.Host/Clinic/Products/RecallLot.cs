namespace MesoPen.Host.Clinic.Products;

/// <summary>Asks to bar a lot.</summary>
/// <param name="Reason">Why, and who says so; one line.</param>
public sealed record RecallLot(string Reason);
