using System.IO.Ports;

namespace MesoPen.Tests.Compat.Serial;

/// <summary>Questions to a port that the tests ask in more than one place.</summary>
internal static class SerialPortProbes
{
    /// <summary>Whether the stream of the port can be had and still claims to be readable.</summary>
    public static bool BaseStreamIsUsable(this SerialPort port)
    {
        try
        {
            return port.BaseStream.CanRead;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
