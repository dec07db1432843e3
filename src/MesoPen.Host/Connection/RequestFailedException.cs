namespace MesoPen.Host.Connection;

/// <summary>A request has no answer: whether the device has acted on it is unknown. The message is a sentence.</summary>
public sealed class RequestFailedException : Exception
{
    /// <param name="message">What failed, where, and what follows.</param>
    public RequestFailedException(string message)
        : base(message)
    {
    }

    /// <param name="message">What failed, where, and what follows.</param>
    /// <param name="innerException">What it failed by.</param>
    public RequestFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A request failed; no more is known.</summary>
    public RequestFailedException()
    {
    }
}
