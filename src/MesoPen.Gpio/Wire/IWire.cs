namespace MesoPen.Gpio;

/// <summary>Where a host connects. No call waits but <see cref="Wait"/>.</summary>
internal interface IWire : IDisposable
{
    /// <summary>How a host names it.</summary>
    string Name { get; }

    /// <summary>Waits until there may be something to read, or the time has passed.</summary>
    void Wait(long nanoseconds);

    /// <summary>Reads what has come, up to the buffer's length; 0 if nothing has.</summary>
    int Read(Span<byte> buffer);

    /// <summary>Sends what can be sent at once; a host that does not read loses the rest, as on a wire.</summary>
    void Write(ReadOnlySpan<byte> bytes);
}
