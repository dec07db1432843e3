namespace MesoPen.Host.Station;

/// <summary>What a running session is about, as it was when the station took it up.</summary>
/// <param name="Patient">Who is treated.</param>
/// <param name="Plan">The plan.</param>
/// <param name="ProductId">Id of the product.</param>
/// <param name="Unfit">Why nothing may be armed in it, whatever the gates say; null if nothing speaks against it.</param>
/// <param name="Lost">The station's own rows of it are gone: what was given is not known here.</param>
internal sealed record StationCase(StationPatient Patient, StationPlan Plan, string ProductId, string? Unfit, bool Lost);
