namespace MesoPen.Host.Links;

/// <summary>What a link tells its user. Calls may come from any thread, one at a time.</summary>
public interface ILinkEvents
{
    /// <summary>The stream is open.</summary>
    void Opened();

    /// <summary>Bytes came. The span is valid during the call only.</summary>
    void Received(ReadOnlySpan<byte> bytes);

    /// <summary>The stream could not be opened, or is gone. The last call. <paramref name="reason"/> is one sentence that says what to do.</summary>
    void Lost(string reason);
}
