namespace MesoPen.Simulator;

/// <summary>What faults do in the machine and its sensors.</summary>
internal static class FaultsOfPlant
{
    internal static void Apply(Plant plant, FaultSpec fault, bool acting)
    {
        if (acting)
        {
            Happen(plant, fault);
        }

        var defects = plant.Defects;
        var value = acting ? fault.Value : 0;
        switch (fault.Kind.Name)
        {
            case FaultCatalogue.Occlusion:
                defects.Occluded = acting;
                break;
            case FaultCatalogue.OcclusionSlow:
                defects.OcclusionBuildsMs = value;
                break;
            case FaultCatalogue.PlungerStall:
                defects.PlungerStalled = acting;
                break;
            case FaultCatalogue.PlungerStick:
                defects.PlungerStickNl = value;
                break;
            case FaultCatalogue.Leak:
                defects.LeakPermille = value;
                break;
            case FaultCatalogue.NeedleStuck:
                defects.NeedleStuck = acting;
                break;
            case FaultCatalogue.NeedleOut:
                defects.NeedleJamsOut = acting;
                break;
            case FaultCatalogue.Overdose:
                defects.OverfeedPermille = value;
                break;
            case FaultCatalogue.Overdepth:
                defects.OverreachPermille = value;
                break;
            default:
                Sense(defects, fault, acting);
                break;
        }
    }

    /// <summary>What happens once.</summary>
    private static void Happen(Plant plant, FaultSpec fault)
    {
        switch (fault.Kind.Name)
        {
            case FaultCatalogue.NeedleLost:
                plant.Defects.LoseNeedleSteps(fault.Value);
                break;
            case FaultCatalogue.Air:
                plant.LetAirIn(fault.Value);
                break;
            case FaultCatalogue.CartridgeLow:
                plant.LimitCartridge(fault.Value);
                break;
        }
    }

    private static void Sense(PlantDefects defects, FaultSpec fault, bool acting)
    {
        var value = acting ? fault.Value : 0;
        switch (fault.Kind.Name)
        {
            case FaultCatalogue.TriggerStuck:
                defects.TriggerStuck = acting;
                break;
            case FaultCatalogue.TriggerBounce:
                defects.TriggerBounceMs = value;
                break;
            case FaultCatalogue.ContactLost:
                defects.Lifted = acting;
                break;
            case FaultCatalogue.ContactBounce:
                defects.ContactBounceMs = value;
                break;
            case FaultCatalogue.ContactStuck:
                defects.ContactStuck = acting;
                break;
            case FaultCatalogue.PressureStuck:
                defects.PressureStuckKpa = acting ? value : null;
                break;
            case FaultCatalogue.PressureNoise:
                defects.PressureNoiseKpa = value;
                break;
            case FaultCatalogue.BatteryLow:
                defects.BatteryPermille = acting ? value : null;
                break;
            case FaultCatalogue.Temperature:
                defects.TemperatureCc = acting ? value : null;
                break;
        }
    }
}
