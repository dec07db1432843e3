namespace MesoPen.Kernel;

/// <summary>What went wrong, by number. It stays until a person clears it.</summary>
/// <param name="Number">1 to 99 as the device reports it (hardware/protocol.md, section 6); from 200 found by the host.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Fault(int Number, string Sentence, string Remedy)
{
    /// <summary>Whether it is a stop.</summary>
    public bool IsStop => Number is FaultCatalogue.StopRequested or FaultCatalogue.StopButton;

    /// <summary>Whether the host found it: the device does not know of it.</summary>
    public bool IsHosts => Number >= FaultCatalogue.CountersContradict;
}
