namespace MesoPen.Host.Connection;

/// <summary>One attempt to find a device ended without a connection that held. Told to Polly, never to the user as an exception.</summary>
internal sealed class AttemptFailedException(string message, bool answering) : Exception(message)
{
    /// <summary>Whether a device was heard, so that it is the device that is amiss and not the line or the power.</summary>
    public bool Answering { get; } = answering;
}
