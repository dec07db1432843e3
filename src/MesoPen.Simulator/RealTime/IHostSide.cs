namespace MesoPen.Simulator;

/// <summary>Where a host connects to the running simulator. No call waits but <see cref="Wait"/>.</summary>
internal interface IHostSide : IDisposable
{
    /// <summary>How a host names it.</summary>
    string Name { get; }

    /// <summary>Waits until there may be something to read, or the time has passed.</summary>
    void Wait(long nanoseconds);

    /// <summary>Reads what has come, up to the buffer's length; 0 if nothing has.</summary>
    int Read(Span<byte> buffer);

    /// <summary>Sends what can be sent at once; a host that does not read loses the rest, as on a wire.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Closes the connection under the host's hands, and lets none in until <see cref="Restore"/>.</summary>
    void Cut();

    /// <summary>Can be connected to again.</summary>
    void Restore();

    /// <summary>Whether a host came (true) or went (false) since the last call; null if neither, or if it cannot be seen.</summary>
    bool? TakeChange();
}
