namespace MesoPen.Host.Connection;

/// <summary>One attempt to find a device ended without a connection that held. Told to Polly, never to the user as an exception.</summary>
internal sealed class AttemptFailedException(string message, bool answering) : Exception(message)
{
    /// <summary>Whether the line was open, so that it was the device and not the port that failed.</summary>
    public bool Answering { get; } = answering;
}
