using System.ComponentModel;
using System.Runtime.InteropServices;

namespace System.Device.Gpio.Native;

/// <summary>What a system call's failure is, as an exception.</summary>
internal static class LineFailure
{
    /// <summary>The exception for the last call's error.</summary>
    public static Exception Last(string what) => Of(what, Marshal.GetLastPInvokeError());

    public static Exception Of(string what, int error)
    {
        string sentence = $"{what}: {new Win32Exception(error).Message}.";
        return error switch
        {
            Libc.NoSuchFile => new FileNotFoundException(sentence),
            Libc.Forbidden => new UnauthorizedAccessException(sentence),
            _ => new IOException(sentence, error),
        };
    }
}
