using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Site;
using MesoPen.Host.Diagnostics;
using MesoPen.Host.Input;
using MesoPen.Host.Links;
using MesoPen.Host.Station;

namespace MesoPen.Host.Api;

/// <summary>
/// Looks for devices while the station serves: at the serial ports, at what the settings name and at what was saved. One look at a time, so that two
/// pages do not find each other's; the port of a running treatment is never opened.
/// </summary>
internal sealed class DeviceDesk(
    ApiOptions options, ClinicDesk clinic, TreatmentStation station, CalibrationBench bench, HardwareCatalogue hardware, TimeProvider clock) : IDisposable
{
    // A device answers within a few hundred milliseconds; an adapter that sleeps takes longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Looks around.</summary>
    public async Task<FoundDevices> LookAsync(CancellationToken cancel)
    {
        SavedDevice[] saved = [.. (await clinic.ReadAsync(cancel)).Devices.Of(options.Station)];
        await _turn.WaitAsync(cancel);
        try
        {
            DeviceFinder finder = Finder();
            List<DeviceAddress> places = [.. finder.Ports().Select(port => DeviceAddress.Parse(port.Node))];
            List<DeviceAddress> more = [];
            foreach (string text in options.Devices.Append(options.Device).OfType<string>().Concat(saved.Select(each => each.Address)))
            {
                if (DeviceAddress.TryParse(text, DeviceAddress.DefaultBaud, out DeviceAddress? address, out _) && !places.Exists(address.IsSamePlace))
                {
                    places.Add(address);
                    more.Add(address);
                }
            }

            return new FoundDevices([.. (await finder.FindAsync(more, cancel)).Select(found => DeviceView.Of(found, ProblemOf(found), saved))]);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Asks who is at an address.</summary>
    /// <param name="text">The address.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What was found, or what is wrong with the address.</returns>
    public async Task<(DeviceView? View, Problem? Problem)> TestAsync(string text, CancellationToken cancel)
    {
        if (!DeviceAddress.TryParse(text, DeviceAddress.DefaultBaud, out DeviceAddress? address, out string? wrong))
        {
            return (null, ClinicProblems.Invalid.With("address: " + wrong));
        }

        SavedDevice[] saved = [.. (await clinic.ReadAsync(cancel)).Devices.Of(options.Station)];
        await _turn.WaitAsync(cancel);
        try
        {
            FoundDevice found = await Finder().TestAsync(address, cancel);
            return (DeviceView.Of(found, ProblemOf(found), saved), null);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();

    private DeviceFinder Finder() => new(options.View, clock, Patience) { Taken = station.DeviceInUse ?? bench.DeviceInUse };

    /// <summary>Why it cannot be used at this station: what the finder says, or what the station's own profiles say.</summary>
    private string? ProblemOf(FoundDevice found) => found.Problem
        ?? (found.Facts is not { } facts ? null
            : !hardware.Profiles.TryGetValue(facts.Model, out DeviceProfile? profile)
                ? $"The device says that it is a {facts.Model}, of which this station has no profile: there are {string.Join(", ", hardware.Profiles.Keys)}."
            : facts.Needles != profile.Needles
                ? $"The device says that its head has {facts.Needles} needles, and the profile {facts.Model} has {profile.Needles}: a dose is for the whole head."
            : null);
}
