using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Site;

/// <summary>The devices that stations have saved.</summary>
public sealed record DevicesState
{
    /// <summary>Before the first event.</summary>
    public static DevicesState Empty { get; } = new();

    /// <summary>By id.</summary>
    public ImmutableSortedDictionary<string, SavedDevice> All { get; private init; } =
        ImmutableSortedDictionary<string, SavedDevice>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Those of a station.</summary>
    public IEnumerable<SavedDevice> Of(string station) => All.Values.Where(each => each.Station == station);

    /// <summary>A station's device by id or address; null if it has none such.</summary>
    public SavedDevice? Find(string station, string idOrAddress) => Of(station).FirstOrDefault(each => each.DeviceId == idOrAddress)
        ?? Of(station).FirstOrDefault(each => each.Address == idOrAddress);

    /// <summary>The state after one more event.</summary>
    public DevicesState Apply(ClinicFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Event switch
        {
            StationDeviceSaved e => this with
            {
                All = All.SetItem(e.DeviceId, new SavedDevice(
                    e.DeviceId, e.Station, e.Name, e.Address, e.Identity.Model, e.Identity.Serial, e.Identity.Firmware, e.Identity.Needles,
                    e.Identity.Simulated, e.Identity.CalibrationDueOn, e.By, fact.At)),
            },
            StationDeviceRemoved e => this with { All = All.Remove(e.DeviceId) },
            _ => this,
        };
    }
}
