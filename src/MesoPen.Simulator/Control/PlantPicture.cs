using System.Text.Json.Nodes;

namespace MesoPen.Simulator;

/// <summary>The machine as it really is, beside what the device says of it: what only a simulator can show.</summary>
internal static class PlantPicture
{
    internal static JsonObject Of(SimulatedDevice device, DeviceProfile profile)
    {
        var plant = device.Plant;
        var status = device.Status;
        return new JsonObject
        {
            ["ms"] = device.Ms,
            ["powered"] = device.Powered,
            ["link"] = device.Link.ToString().ToLowerInvariant(),
            ["state"] = status?.State.ToString().ToLowerInvariant(),
            ["fault"] = status is { } now ? (int)now.Fault : null,
            ["shots"] = plant.Strokes,
            ["tip_um"] = Whole(plant.TipUm),
            ["needle_um"] = plant.NeedleUm,
            ["needle_max_um"] = profile.Caps.DepthMaxUm,
            ["in_skin"] = plant.InSkin,
            ["pressure_kpa"] = plant.LineKpa,
            ["sensor_kpa"] = plant.PressureKpa,
            ["occlusion_kpa"] = profile.Mechanics.OcclusionKpa,
            ["plunger_moving"] = plant.PlungerMoving,
            ["cartridge"] = plant.CartridgePresent,
            ["remaining_nl"] = Whole(plant.CartridgeNl),
            ["cartridge_nl"] = profile.Caps.CartridgeNl,
            ["out_nl"] = Whole(plant.OutNl),
            ["contact"] = plant.PressMn > 0,
            ["trigger"] = plant.Finger,
            ["stop_button"] = plant.StopButton,
            ["hands"] = device.Hands.StandsAside ? "person" : "operator",
            ["lamp"] = new JsonObject { ["armed"] = plant.Lamp.Armed, ["zone"] = plant.Lamp.Zone, ["must_release"] = plant.Lamp.MustRelease },
        };
    }

    private static long Whole(double value) => (long)Math.Round(value);
}
