namespace MesoPen.Host.Connection;

/// <summary>Takes on the loop what a link told.</summary>
internal interface ILinkInboxUser
{
    void LinkOpened();

    void LinkReceived(ReadOnlySpan<byte> bytes);

    void LinkLost(string reason);
}
