using System.IO.Ports.Native;
using System.Runtime.InteropServices;

namespace System.IO.Ports;

/// <summary>Turns error numbers into the exceptions that <see cref="SerialPort"/> is documented to throw.</summary>
internal static class PortErrors
{
    /// <summary>Why open(2) or what follows it failed.</summary>
    public static Exception ForOpen(string portName, int errno) => errno switch
    {
        Errno.AccessDenied or Errno.NotPermitted or Errno.Busy or Errno.WouldBlock => AccessDenied(portName, errno),
        Errno.NoEntry or Errno.NotDirectory or Errno.NoSuchAddress or Errno.NoDevice =>
            new FileNotFoundException($"The port '{portName}' could not be found: {Describe(errno)}.", portName),
        Errno.NotTerminal or Errno.InvalidArgument or Errno.IsDirectory =>
            new ArgumentException($"'{portName}' is not a serial port: its file type is not supported.", nameof(portName)),
        _ => ForOperation(portName, errno),
    };

    /// <summary>Why a read, a write or a setting failed.</summary>
    public static IOException ForOperation(string portName, int errno) =>
        errno is Errno.InputOutput or Errno.NoSuchAddress or Errno.NoDevice
            ? HungUp(portName, errno)
            : new IOException($"The port '{portName}' reports: {Describe(errno)}.", errno);

    /// <summary>The other end is gone: the cable was pulled, or the pseudo-terminal's master closed.</summary>
    public static IOException HungUp(string portName, int errno = Errno.InputOutput) =>
        new($"The port '{portName}' has hung up: the device was unplugged or the other end closed ({Describe(errno)}).", errno);

    /// <summary>The port was closed while the operation was waiting.</summary>
    public static OperationCanceledException Closed(string portName) =>
        new($"The port '{portName}' was closed while the operation was waiting.");

    public static TimeoutException TimedOut() => new("The operation has timed out.");

    /// <summary>The device runs at another rate than the one asked for, and too far from it.</summary>
    public static ArgumentOutOfRangeException UnreachableRate(int baudRate, uint actual) =>
        new(nameof(baudRate), baudRate, $"The device would run at {actual} baud instead.");

    public static InvalidOperationException NotOpen() => new("The port is closed.");

    private static UnauthorizedAccessException AccessDenied(string portName, int errno)
    {
        string why = errno is Errno.Busy or Errno.WouldBlock ? "it is open already, here or in another program" : Describe(errno);
        return new UnauthorizedAccessException($"Access to the port '{portName}' is denied: {why}.");
    }

    private static string Describe(int errno) => Marshal.GetPInvokeErrorMessage(errno);
}
