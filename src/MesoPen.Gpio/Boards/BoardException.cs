namespace MesoPen.Gpio;

/// <summary>A board that cannot be used. The message is one sentence that names the file and, where there is one, the line.</summary>
public sealed class BoardException : Exception
{
    /// <summary>An empty message; for serializers only.</summary>
    public BoardException() { }

    /// <summary>With the sentence.</summary>
    public BoardException(string message) : base(message) { }

    /// <summary>With the sentence and what was behind it.</summary>
    public BoardException(string message, Exception inner) : base(message, inner) { }
}
