namespace MesoPen.Simulator;

/// <summary>The skin of one site.</summary>
/// <param name="Site">Its name.</param>
/// <param name="Tags">Zone tags (as permits carry them) that stand for it.</param>
/// <param name="ThicknessUm">Epidermis and dermis, µm.</param>
/// <param name="BackPressureKpa">Pressure that the tissue sets against fluid at the tip, kPa.</param>
/// <param name="ContactMinMn">Press that closes the contact switch, mN.</param>
public sealed record SkinSite(string Site, IReadOnlyList<int> Tags, int ThicknessUm, int BackPressureKpa, int ContactMinMn);
