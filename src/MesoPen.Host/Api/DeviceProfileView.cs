using System.Collections.Immutable;
using MesoPen.Host.Input;

namespace MesoPen.Host.Api;

/// <summary>One kind of device. Doses are for the whole needle head.</summary>
/// <param name="Id">Id: what plans name as device_family.</param>
/// <param name="Title">For people.</param>
/// <param name="Version">Version of the profile.</param>
/// <param name="Kind">pen or gun.</param>
/// <param name="Needles">Needles in the head.</param>
/// <param name="TriggerModes">Trigger modes that it has.</param>
/// <param name="DepthMinUm">Shallowest needle position along its axis, µm.</param>
/// <param name="DepthMaxUm">Deepest needle position along its axis, µm.</param>
/// <param name="DoseMinNl">Smallest dose of a shot, nL.</param>
/// <param name="DoseMaxNl">Largest dose of a shot, nL.</param>
/// <param name="DoseStepNl">Doses are multiples of this, nL.</param>
/// <param name="MinIntervalMs">Shortest time from shot to shot, ms.</param>
/// <param name="CartridgeNl">Volume of a full cartridge, nL.</param>
/// <param name="PrimeMaxNl">Most that one prime may move, nL.</param>
public sealed record DeviceProfileView(
    string Id, string Title, string Version, string Kind, int Needles, ImmutableArray<string> TriggerModes, int DepthMinUm, int DepthMaxUm,
    long DoseMinNl, long DoseMaxNl, long DoseStepNl, int MinIntervalMs, long CartridgeNl, long PrimeMaxNl)
{
    /// <summary>The view of a profile.</summary>
    public static DeviceProfileView Of(DeviceProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ProfileCaps caps = profile.Caps;
        return new DeviceProfileView(
            profile.Id, profile.Title, profile.Version, profile.Kind, profile.Needles, [.. caps.TriggerModes.Select(TriggerWords.Of)],
            caps.DepthMinUm, caps.DepthMaxUm, caps.DoseMinNl, caps.DoseMaxNl, caps.DoseStepNl, caps.MinIntervalMs, caps.CartridgeNl, caps.PrimeMaxNl);
    }
}
