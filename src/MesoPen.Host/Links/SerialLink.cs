using System.IO.Ports;

namespace MesoPen.Host.Links;

/// <summary>
/// A serial line: 8 data bits, no parity, 1 stop bit, unless another format is stated. DTR and RTS are left as the driver has them, for on
/// many boards a change of DTR is a reset. That the device is unplugged shows in an exception of the port, or in its node being gone: a port
/// whose cable was pulled may stay open and swallow what is written (dotnet/runtime#121627).
/// </summary>
/// <param name="name">The address, for messages.</param>
/// <param name="path">The device node, or a link to it.</param>
/// <param name="baud">The rate, Bd.</param>
/// <param name="time">The clock of the watches.</param>
/// <param name="instrument">The format of a line to an instrument, which is sent nothing of its own accord; null for a device.</param>
internal sealed class SerialLink(string name, string path, int baud, TimeProvider time, SerialFormat? instrument = null)
    : StreamLink(name, time, resynchronises: instrument is null)
{
    /// <summary>Bytes that may wait in the driver ahead of a stop: two frames, 44 ms at 115,200 Bd.</summary>
    private const int WaitingMax = 512;

    /// <summary>Stands where a byte came with a wrong parity: no text holds it.</summary>
    private const byte BrokenByte = 0xFF;

    private readonly SerialPort _port = new(
        path, baud, instrument?.Parity ?? Parity.None, instrument?.DataBits ?? 8, instrument?.StopBits ?? StopBits.One)
    {
        Handshake = Handshake.None,
        ParityReplace = BrokenByte,
        ReadTimeout = SerialPort.InfiniteTimeout,
        WriteTimeout = (int)StuckLimit.TotalMilliseconds,
    };

    private string? _node;

    protected override void OpenStream(CancellationToken closing)
    {
        bool turn = PortTurns.Take(path, closing);
        try
        {
            _node = ResolveNode();
            _port.Open();
        }
        catch
        {
            if (turn)
            {
                PortTurns.GiveBack(path);
            }

            throw;
        }

        _turn = turn;
    }

    protected override int ReadStream(byte[] buffer) => _port.Read(buffer, 0, buffer.Length);

    protected override void WriteStream(byte[] buffer, int count) => _port.Write(buffer, 0, count);

    protected override bool HasRoom() => _port.BytesToWrite < WaitingMax;

    protected override void CloseStream()
    {
        try
        {
            _port.Dispose();
        }
        finally
        {
            if (_turn)
            {
                PortTurns.GiveBack(path);
            }
        }
    }

    protected override string? FindAbsence() => ResolveNode() is { } node && node == _node
        ? null
        : $"{Name} is gone: the device was unplugged or switched off; plug it in again.";

    protected override string Explain(Exception failure, bool opening) => SerialReasons.Explain(Name, path, baud, failure, opening);

    private bool _turn;

    /// <summary>The device node behind the path, links followed; null if there is none.</summary>
    private string? ResolveNode()
    {
        try
        {
            string node = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
            return File.Exists(node) ? node : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
