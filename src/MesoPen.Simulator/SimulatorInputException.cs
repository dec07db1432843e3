namespace MesoPen.Simulator;

/// <summary>Something that the user gave cannot be used. The message is one clear sentence.</summary>
public sealed class SimulatorInputException : Exception
{
    /// <summary>An empty message; for serializers only.</summary>
    public SimulatorInputException() { }

    /// <summary>With the sentence.</summary>
    public SimulatorInputException(string message) : base(message) { }

    /// <summary>With the sentence and what was behind it.</summary>
    public SimulatorInputException(string message, Exception inner) : base(message, inner) { }
}
