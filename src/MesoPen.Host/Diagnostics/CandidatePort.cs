namespace MesoPen.Host.Diagnostics;

/// <summary>A serial port of this computer that a device might be on.</summary>
/// <param name="Node">Its node, such as /dev/ttyUSB0; the number may change when it is plugged in again.</param>
/// <param name="StableName">A name that stays the same, under /dev/serial/by-id; null if there is none.</param>
/// <param name="Adapter">What the USB adapter calls itself; null if it is none, or says nothing.</param>
/// <param name="MayOpen">Whether this user may open it.</param>
/// <param name="Holders">Programs that have it open, as far as this user may see.</param>
/// <param name="LatencyTimerMs">How long an FTDI adapter holds received bytes back; null for others.</param>
public sealed record CandidatePort(
    string Node, string? StableName, string? Adapter, bool MayOpen, IReadOnlyList<PortHolder> Holders, int? LatencyTimerMs)
{
    /// <summary>What to write as <c>--device</c>.</summary>
    public string Address => StableName ?? Node;

    /// <summary>Why it cannot be used as it is, and what to do; null if nothing is against it.</summary>
    public string? Problem => !MayOpen
        ? $"No permission to open {Node}: run 'sudo usermod -aG dialout $USER', then log out and in again."
        : Holders is [PortHolder holder, ..]
            ? $"{Node} is in use by {holder.Program} (process {holder.ProcessId}): close that program."
            : null;
}
