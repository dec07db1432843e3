using MesoPen.Host.Input;
using MesoPen.Simulator;
using SimulatorProfile = MesoPen.Simulator.DeviceProfile;

namespace MesoPen.Hil;

/// <summary>Where device profiles and the zone catalogue lie. What was read is kept: thousands of runs share it.</summary>
/// <param name="zones">The zone catalogue.</param>
/// <param name="profiles">Folder of profiles.</param>
internal sealed class HardwareFolder(string zones, string profiles)
{
    private ZoneCatalogue? _zones;

    public string ZonesPath => zones;

    public string ProfilesPath => profiles;

    /// <summary>Those beside this program.</summary>
    public static HardwareFolder BesideProgram { get; } =
        new(Path.Combine(AppContext.BaseDirectory, "hardware", "zones.yaml"), Path.Combine(AppContext.BaseDirectory, "hardware", "profiles"));

    /// <summary>What a command line must say to mean this one, with a blank before; empty for the one beside the program.</summary>
    public string Options =>
        (profiles == BesideProgram.ProfilesPath ? "" : $" --profiles {profiles}") + (zones == BesideProgram.ZonesPath ? "" : $" --zones {zones}");

    /// <summary>The zone catalogue.</summary>
    public ZoneCatalogue Zones => _zones ??= ZoneCatalogue.Load(zones);

    /// <summary>Puts a plan together with its profile and the catalogue.</summary>
    /// <exception cref="InputException">They do not fit each other.</exception>
    public TreatmentInput Assemble(PlanFile plan) => TreatmentInput.Assemble(plan, MesoPen.Host.Input.DeviceProfile.Find(profiles, plan.ProfileId), Zones);

    /// <summary>The device of a profile, with its physics.</summary>
    /// <exception cref="InputException">The file is not there or is no profile.</exception>
    public SimulatorProfile Device(string id, IEnumerable<KeyValuePair<string, string>> plant) =>
        DeviceOf(MesoPen.Host.Input.DeviceProfile.Find(profiles, id).File, plant);

    /// <summary>The device of a profile that was read, with some constants of its plant changed.</summary>
    /// <exception cref="InputException">The profile has no such constant, or it cannot have this value.</exception>
    public static SimulatorProfile DeviceOf(InputFile profile, IEnumerable<KeyValuePair<string, string>> plant)
    {
        try
        {
            return ProfileReader.Parse(PlantEdit.Apply(profile, plant), profile.Path);
        }
        catch (ProfileException wrong)
        {
            throw new InputException(profile.Path, 0, wrong.Message, wrong);
        }
    }
}
