using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Clinic.Site;

/// <summary>Which devices a station may treat with.</summary>
public static class SavedDeviceRules
{
    /// <summary>Saves a device that was just tested. One that was saved before, by its serial number, keeps its id.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="asked">What was asked.</param>
    /// <param name="identity">What the device said of itself just now.</param>
    /// <param name="newId">Its id, if it has none yet.</param>
    /// <param name="who">Who asks.</param>
    public static Decision Save(ClinicState state, SaveDevice asked, DeviceIdentity identity, string newId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(who);
        SavedDevice? before = state.Devices.Of(who.Station).FirstOrDefault(each => each.Serial == identity.Serial && each.Model == identity.Model);
        SavedDevice? there = state.Devices.Of(who.Station).FirstOrDefault(each => each.Address == asked.Address && each.DeviceId != before?.DeviceId);
        string name = asked.Name ?? before?.Name ?? $"{identity.Model} {identity.Serial}";
        string id = before?.DeviceId ?? newId;
        return !Words.IsLine(asked.Address) ? ClinicProblems.Invalid.With($"address takes one line of 1 to {Words.LineMax} characters.")
            : !Words.IsLine(name) ? ClinicProblems.Invalid.With($"name takes one line of 1 to {Words.LineMax} characters.")
            : there is not null ? ClinicProblems.Exists.With(
                $"{there.Name} (serial {there.Serial}) is saved at this address, and another device is there now, serial {identity.Serial}: remove that one first.")
            : state.Site.Example && !identity.Simulated ? SetupProblems.ExampleClinic.With(
                $"This clinic is an example, and the device {identity.Serial} does not say that it is simulated.")
            : Decision.Accept(id, new StationDeviceSaved(who.PersonId, who.Station, id, name, asked.Address, identity));
    }

    /// <summary>Removes it. A session that is open with it goes on.</summary>
    public static Decision Remove(ClinicState state, string deviceId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return state.Devices.All.ContainsKey(deviceId)
            ? Decision.Accept(deviceId, new StationDeviceRemoved(who.PersonId, deviceId))
            : ClinicProblems.Unknown.With("There is no saved device of this id.");
    }

    /// <summary>Address of the device that a session is to use: one that is set, or saved at this station, and no other.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="station">Id of the station.</param>
    /// <param name="asked">Id or address; null for the station's only one.</param>
    /// <param name="set">The setting Station:Device; null if there is none.</param>
    /// <param name="problem">Why there is none; null if there is one.</param>
    public static string? AddressFor(ClinicState state, string station, string? asked, string? set, out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(state);
        problem = null;
        if (asked is null && set is not null)
        {
            return set;
        }

        SavedDevice[] saved = [.. state.Devices.Of(station)];
        SavedDevice? chosen = asked is not null ? state.Devices.Find(station, asked) : saved.Length == 1 ? saved[0] : null;
        problem = chosen is { Simulated: false } && state.Site.Example
                ? SetupProblems.ExampleClinic.With($"This clinic is an example, and {chosen.Name} (serial {chosen.Serial}) does not say that it is simulated.")
            : chosen is not null || (asked is not null && asked == set) ? null
            : asked is not null ? DeviceProblems.NotSaved.With("device names none of the devices that were tested and saved at this station.")
            : saved.Length > 1 ? TreatmentProblems.NoDevice.With($"This station has {saved.Length} saved devices: name one in device.")
            : TreatmentProblems.NoDevice.With("No device is saved at this station, and Station:Device is not set.");
        return problem is null ? chosen?.Address ?? set : null;
    }
}
