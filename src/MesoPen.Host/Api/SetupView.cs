namespace MesoPen.Host.Api;

/// <summary>Whether the clinic of this station still has to be begun.</summary>
/// <param name="Needed">Nobody works here yet: POST /api/v1/setup begins it.</param>
/// <param name="Station">Id of the station.</param>
/// <param name="Language">Language of the clinic, BCP 47; null if none was stated, or it was not begun.</param>
public sealed record SetupView(bool Needed, string Station, string? Language);
