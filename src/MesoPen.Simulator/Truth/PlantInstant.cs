namespace MesoPen.Simulator;

/// <summary>What the truth recorder looks at after a millisecond.</summary>
/// <param name="Ms">Virtual time, ms.</param>
/// <param name="Zone">Zone tag that the lamp shows.</param>
/// <param name="XUm">Where the head is on the zone's grid, µm.</param>
/// <param name="YUm">The same, across.</param>
/// <param name="NeedleHome">Home switch.</param>
/// <param name="PlungerMoving">Whether the plunger moved in this millisecond.</param>
/// <param name="AtRest">Whether nothing moves and no drop can follow.</param>
/// <param name="OutNl">Fluid that has left the tips over the device's life, nL.</param>
/// <param name="AirOutNl">Air that has, nL.</param>
/// <param name="AstrayZone">Tag of the zone that the head is over, if it was put over another than is meant.</param>
internal readonly record struct PlantInstant(
    long Ms, int Zone, int XUm, int YUm, bool NeedleHome, bool PlungerMoving, bool AtRest, double OutNl, double AirOutNl,
    int? AstrayZone);
