using MesoPen.Host.Clinic.Site;
using MesoPen.Host.Connection;
using MesoPen.Host.Diagnostics;
using MesoPen.Host.Station;

namespace MesoPen.Host.Api;

/// <summary>An address that was looked at, and what is there.</summary>
/// <param name="Address">What to test and save.</param>
/// <param name="State">What was found.</param>
/// <param name="Problem">Why it cannot be used, and what to do; null if it can.</param>
/// <param name="Node">Node of the port, such as /dev/ttyUSB0; null if it is none of this computer's serial ports.</param>
/// <param name="Adapter">What the USB adapter calls itself; null if it is none, or says nothing.</param>
/// <param name="Holders">Programs that have the port open, as far as this user may see.</param>
/// <param name="Device">Who the device is; null if none was identified.</param>
/// <param name="SavedAs">Id under which this very device is saved at this station; null if it is not.</param>
public sealed record DeviceView(
    string Address, FoundState State, string? Problem, string? Node, string? Adapter, IReadOnlyList<PortHolder> Holders, DeviceIdentity? Device,
    string? SavedAs)
{
    /// <summary>What was found, with what is known of it at this station.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="problem">Why it cannot be used here; null if it can.</param>
    /// <param name="saved">The station's devices.</param>
    internal static DeviceView Of(FoundDevice found, string? problem, IEnumerable<SavedDevice> saved)
    {
        DeviceIdentity? identity = found.Facts is { } facts ? IdentityOf(facts) : null;
        return new DeviceView(
            found.Address, found.State, problem, found.Port?.Node, found.Port?.Adapter, found.Port?.Holders ?? [], identity,
            saved.FirstOrDefault(each => identity is not null ? each.Serial == identity.Serial && each.Model == identity.Model : each.Address == found.Address)?.DeviceId);
    }

    /// <summary>What a device said of itself, as it is recorded.</summary>
    internal static DeviceIdentity IdentityOf(DeviceFacts facts) => new(
        facts.Model, facts.Serial, facts.FirmwareVersion.ToString(), facts.Needles, facts.Simulated, StationViews.DueOn(facts.CalibrationDueDay));
}
