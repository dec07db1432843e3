namespace MesoPen.Simulator;

/// <summary>The plant section of a profile: the simulator's physics. Units are in the names; sources stand in the profile.</summary>
/// <param name="Needle">The needle's axis.</param>
/// <param name="Plunger">The plunger, its rubber and the line.</param>
/// <param name="ViscosityUpas">Dynamic viscosity of the product, µPa·s.</param>
/// <param name="Head">The needles and the line before them.</param>
/// <param name="Skin">Sites of a body; the first stands for every zone tag that no site names.</param>
/// <param name="Power">Battery and temperature.</param>
/// <param name="Operator">Whoever holds the device.</param>
public sealed record PlantConstants(
    NeedleConstants Needle,
    PlungerConstants Plunger,
    int ViscosityUpas,
    HeadConstants Head,
    IReadOnlyList<SkinSite> Skin,
    PowerConstants Power,
    OperatorConstants Operator);
