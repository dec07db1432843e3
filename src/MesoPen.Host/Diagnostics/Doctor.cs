using System.Globalization;
using System.Runtime.InteropServices;

namespace MesoPen.Host.Diagnostics;

/// <summary>Looks this computer over for what keeps a device from being used, or used well. Changes nothing but a file that it makes and deletes.</summary>
public sealed class Doctor
{
    private const int RuntimeWanted = 10;

    // A full-face treatment's journal is under 1 MB; below the first a day's work may not fit, below the second not even one treatment.
    private const long SpaceAdvised = 1L << 30;
    private const long SpaceNeeded = 64L << 20;

    // No computer on which this software runs can rightly be before it.
    private static readonly DateTimeOffset s_earliest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] s_clockKeepers = ["chronyd", "ntpd", "ntpsec", "systemd-timesyn"];

    private readonly SystemView _view;
    private readonly TimeProvider _time;
    private readonly string? _data;

    /// <param name="view">The computer.</param>
    /// <param name="time">The clock.</param>
    /// <param name="data">The data folder; null if none was named.</param>
    public Doctor(SystemView view, TimeProvider time, string? data)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(time);
        (_view, _time, _data) = (view, time, data);
    }

    /// <summary>All findings, in a fixed order.</summary>
    public IReadOnlyList<DoctorFinding> Examine()
    {
        IReadOnlyList<CandidatePort> ports = new PortScan(_view).Ports();
        return
        [
            Runtime(),
            PortsPresent(ports),
            .. ports.SelectMany(PortFindings),
            .. ModemManager(ports),
            Clock(),
            .. Data(),
        ];
    }

    /// <summary>What may change while a station serves: its clock, and the room in the data folder.</summary>
    public IReadOnlyList<DoctorFinding> ExamineStation() => [Clock(), .. Data()];

    private static DoctorFinding Runtime() => Environment.Version.Major >= RuntimeWanted
        ? new("runtime", DoctorVerdict.Good, $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}.")
        : new("runtime", DoctorVerdict.Bad, $"This is {RuntimeInformation.FrameworkDescription}.", $"Install .NET {RuntimeWanted} or later.");

    private static DoctorFinding PortsPresent(IReadOnlyList<CandidatePort> ports) => ports.Count > 0
        ? new("ports", DoctorVerdict.Good, $"Serial ports: {string.Join(", ", ports.Select(p => p.Node))}.")
        : new("ports", DoctorVerdict.Advice, "There is no serial port.", "Plug the device in and switch it on; in a container, pass the port through.");

    private static IEnumerable<DoctorFinding> PortFindings(CandidatePort port)
    {
        yield return port.MayOpen
            ? new("permission", DoctorVerdict.Good, $"This user may open {port.Node}.")
            : new("permission", DoctorVerdict.Bad, $"This user may not open {port.Node}.", "Run 'sudo usermod -aG dialout $USER', then log out and in again.");
        foreach (PortHolder holder in port.Holders)
        {
            yield return new(
                "holder", DoctorVerdict.Bad, $"{port.Node} is in use by {holder.Program} (process {holder.ProcessId}).", $"Close {holder.Program}, or run 'sudo kill {holder.ProcessId}'.");
        }

        if (port.LatencyTimerMs is > 1 and { } ms)
        {
            string name = Path.GetFileName(port.Node);
            yield return new(
                "latency",
                DoctorVerdict.Advice,
                string.Create(CultureInfo.InvariantCulture, $"The FTDI adapter of {port.Node} holds received bytes back for up to {ms} ms."),
                $"Run 'echo 1 | sudo tee /sys/bus/usb-serial/devices/{name}/latency_timer'; to keep it, install hardware/udev/70-mesopen.rules.");
        }

        if (port.Adapter is not null)
        {
            yield return port.StableName is { } stable
                ? new("name", DoctorVerdict.Good, $"{port.Node} is also {stable}, which stays the same when it is plugged in again.")
                : new("name", DoctorVerdict.Advice, $"{port.Node} has no name that stays the same when it is plugged in again.", "Install udev; it makes the names under /dev/serial/by-id.");
        }
    }

    private IEnumerable<DoctorFinding> ModemManager(IReadOnlyList<CandidatePort> ports)
    {
        if (ports.Count > 0 && new PortHolders(_view.Proc).Runs("ModemManager"))
        {
            yield return new(
                "modemmanager",
                DoctorVerdict.Advice,
                "ModemManager runs; it opens a new serial port for some seconds and writes to what it takes for a modem.",
                "Install hardware/udev/70-mesopen.rules, which keeps it away, or run 'sudo systemctl disable --now ModemManager'.");
        }
    }

    private DoctorFinding Clock()
    {
        DateTimeOffset now = _time.GetUtcNow();
        string shown = now.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        const string Remedy = "Run 'sudo timedatectl set-ntp true', or set the clock; dates of calibration and products depend on it.";
        if (now < s_earliest)
        {
            return new("clock", DoctorVerdict.Bad, $"The clock says {shown}, which cannot be.", Remedy);
        }

        bool synchronised = File.Exists(Path.Combine(_view.Run, "systemd", "timesync", "synchronized"));
        if (synchronised || s_clockKeepers.Any(new PortHolders(_view.Proc).Runs))
        {
            return new("clock", DoctorVerdict.Good, $"The clock says {shown} and is kept by the network.");
        }

        return new("clock", DoctorVerdict.Advice, $"The clock says {shown}; nothing is seen to keep it.", Remedy);
    }

    private IEnumerable<DoctorFinding> Data()
    {
        if (_data is not { } folder)
        {
            yield break;
        }

        if (!Directory.Exists(folder))
        {
            yield return new("data", DoctorVerdict.Advice, $"The data folder {folder} does not exist yet.", "It is made by the first treatment; see that its parent may be written.");
            yield break;
        }

        if (WriteProblem(folder) is { } problem)
        {
            yield return new("data", DoctorVerdict.Bad, $"The data folder {folder} cannot be written: {problem}", $"Give it to this user: 'sudo chown -R $USER {folder}'.");
            yield break;
        }

        long free = _view.FreeBytes(folder);
        string room = string.Create(CultureInfo.InvariantCulture, $"The data folder {folder} can be written and has {free >> 20} MB of room.");
        yield return free >= SpaceAdvised
            ? new("data", DoctorVerdict.Good, room)
            : new("data", free >= SpaceNeeded ? DoctorVerdict.Advice : DoctorVerdict.Bad, room, "Free some space, or name another folder with --data.");
    }

    private static string? WriteProblem(string folder)
    {
        string file = Path.Combine(folder, $".mesopen-doctor-{Environment.ProcessId}");
        try
        {
            using FileStream made = new(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            made.WriteByte(0);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }
}
