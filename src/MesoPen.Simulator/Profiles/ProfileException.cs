namespace MesoPen.Simulator;

/// <summary>A profile that cannot be used. The message is one sentence that names the file and, where there is one, the line.</summary>
public sealed class ProfileException : Exception
{
    /// <summary>An empty message; for serializers only.</summary>
    public ProfileException() { }

    /// <summary>With the sentence.</summary>
    public ProfileException(string message) : base(message) { }

    /// <summary>With the sentence and what was behind it.</summary>
    public ProfileException(string message, Exception inner) : base(message, inner) { }
}
