using System.IO.Ports;

namespace MesoPen.Host.Links;

/// <summary>A serial line by System.IO.Ports, 8N1. DTR and RTS are left alone: on many boards they reset the microcontroller.</summary>
public sealed class SerialLink(DeviceAddress address) : ThreadedLink(address.Text)
{
    // Nothing read for this long, and the device node is looked at: some drivers say nothing when the cable is pulled.
    private const int QuietMs = 500;

    // A line that does not take a frame for this long (as long as the longest lease) is stuck.
    private const int WriteMs = 250;

    private readonly string _path = address.Path!;

    /// <inheritdoc />
    protected override Stream Connect()
    {
        SerialPort port = new(_path, address.Baud, Parity.None, 8, StopBits.One) { ReadTimeout = QuietMs, WriteTimeout = WriteMs };
        try
        {
            port.Open();
            return port.BaseStream;
        }
        catch
        {
            port.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    protected override void CheckAlive()
    {
        if (!File.Exists(_path))
        {
            throw new IOException("the device node is gone");
        }
    }

    /// <inheritdoc />
    protected override string Explain(Exception failure) => failure switch
    {
        UnauthorizedAccessException => $"{_path} may not be opened: it is in use by another program, or this user is not in the group dialout. Run mesopen doctor.",
        FileNotFoundException or DirectoryNotFoundException => $"{_path} does not exist: plug the device in and check the path with mesopen devices.",
        TimeoutException => $"{_path} takes no bytes: check the cable.",
        _ when !File.Exists(_path) => $"{_path} is gone: check the cable and the device's power.",
        _ => $"{_path} cannot be used: {failure.Message}",
    };
}
