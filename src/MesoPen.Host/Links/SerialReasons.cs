using MesoPen.Host.Diagnostics;

namespace MesoPen.Host.Links;

/// <summary>Puts the failures of a serial port into sentences that say what to do.</summary>
internal static class SerialReasons
{
    public static string Explain(string name, string path, int baud, Exception failure, bool opening) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException =>
            $"{name} is not there: plug the device in and switch it on, or see what there is with 'mesopen devices'.",
        UnauthorizedAccessException => ExplainDenial(name, path),
        ArgumentOutOfRangeException => $"{name} cannot run at {baud} baud: choose the rate that the device's profile states.",
        ArgumentException => $"{name} is not a serial port: name the port that the device is on, see 'mesopen devices'.",
        PlatformNotSupportedException => $"{name} cannot be opened on this system: {failure.Message}",
        TimeoutException => $"{name} does not take what is sent to it: check the cable and that the device is on.",
        _ when opening => $"{name} could not be opened: {failure.Message}",
        _ => $"{name} is gone: the device was unplugged, or its other end closed; plug it in again ({failure.Message})",
    };

    private static string ExplainDenial(string name, string path)
    {
        if (new PortHolders("/proc").Of(path) is [PortHolder holder, ..])
        {
            return $"{name} is in use by {holder.Program} (process {holder.ProcessId}): close that program.";
        }

        return PortAccess.MayReadAndWrite(path)
            ? $"{name} is in use by another program: close it (ModemManager often is the one; see 'mesopen doctor')."
            : $"No permission to open {name}: run 'sudo usermod -aG dialout $USER', then log out and in again.";
    }
}
