namespace MesoPen.Host.Station;

/// <summary>What is in the cartridge.</summary>
/// <param name="ProductId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Lot">Its lot, or lots of a mixture.</param>
/// <param name="LoadedNl">What was drawn, nL.</param>
/// <param name="LeftNl">What is left: every prime counted whole, and what is not known as gone, nL.</param>
/// <param name="PrimedNl">What went into primes, nL.</param>
public sealed record StationProduct(string ProductId, string Name, string Lot, long LoadedNl, long LeftNl, long PrimedNl);
