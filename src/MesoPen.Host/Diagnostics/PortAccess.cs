using System.Runtime.InteropServices;
using System.Text;

namespace MesoPen.Host.Diagnostics;

/// <summary>Asks the kernel whether this user may open a node, without the side effects that opening a terminal has.</summary>
internal static class PortAccess
{
    private const int ReadAndWrite = 6;

    public static bool MayReadAndWrite(string path)
    {
        try
        {
            return Access(Encoding.UTF8.GetBytes(path + '\0'), ReadAndWrite) == 0;
        }
        catch (Exception failure) when (failure is DllNotFoundException or EntryPointNotFoundException)
        {
            // No such question on this system: opening will tell.
            return true;
        }
    }

    // access(2)
    [DllImport("libc", EntryPoint = "access")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Access(byte[] path, int mode);
}
