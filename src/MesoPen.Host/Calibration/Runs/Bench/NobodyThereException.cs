namespace MesoPen.Host.Calibration;

/// <summary>The bench needs a person and has none.</summary>
public sealed class NobodyThereException : Exception
{
    /// <param name="sentence">What the person would have to do.</param>
    public NobodyThereException(string sentence)
        : base(sentence)
    {
    }

    /// <summary>Nobody is there.</summary>
    public NobodyThereException()
    {
    }

    /// <param name="message">What the person would have to do.</param>
    /// <param name="innerException">Why nobody is there.</param>
    public NobodyThereException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
