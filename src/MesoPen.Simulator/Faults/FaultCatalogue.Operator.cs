namespace MesoPen.Simulator;

/// <content>Whoever holds the device.</content>
public static partial class FaultCatalogue
{
    /// <summary>Presses twice for each shot.</summary>
    public const string OperatorDouble = "operator.double";

    /// <summary>Keeps the trigger pressed, whatever the lamp says.</summary>
    public const string OperatorHold = "operator.hold";

    /// <summary>Lifts the gun.</summary>
    public const string OperatorLift = "operator.lift";

    /// <summary>Works on another zone than the lamp shows.</summary>
    public const string OperatorWrongZone = "operator.wrong_zone";

    /// <summary>The cartridge is pulled.</summary>
    public const string CartridgeOut = "cartridge.out";

    private static IEnumerable<FaultKind> OperatorKinds() =>
    [
        Plain(OperatorDouble, FaultGroup.Operator, null, "in single mode the trigger is pressed again at once after each shot, on the same point"),
        Plain(OperatorHold, FaultGroup.Operator, 2000, "the trigger is kept pressed and the head on the skin, whatever the lamp says"),
        Plain(OperatorLift, FaultGroup.Operator, 0, "the hand lifts the device off the skin and goes on at the next point"),
        Plain(OperatorWrongZone, FaultGroup.Operator, null,
            "the head is put on the zone whose tag is one above the lamp's; the truth's shots then have skin_zone"),
        Plain(CartridgeOut, FaultGroup.Operator, 0, "the cartridge is pulled; the operator puts in another"),
    ];
}
