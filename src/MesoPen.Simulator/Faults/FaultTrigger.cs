using MesoPen.Protocol;

namespace MesoPen.Simulator;

/// <summary>What a fault begins with.</summary>
public abstract record FaultTrigger
{
    private FaultTrigger()
    {
    }

    /// <summary>The moment that it is asked for.</summary>
    public sealed record Now : FaultTrigger;

    /// <summary>A time.</summary>
    /// <param name="Ms">Since the start of the run, ms.</param>
    public sealed record Time(long Ms) : FaultTrigger;

    /// <summary>A stroke, in a phase of it.</summary>
    /// <param name="Index">Its label.</param>
    /// <param name="Phase">How far it is; in a stroke that does not get there the fault does not begin.</param>
    public sealed record Shot(uint Index, StrokePhase Phase) : FaultTrigger;

    /// <summary>A good frame is put on the line, whichever way it goes.</summary>
    /// <param name="Type">What it says.</param>
    /// <param name="Count">Which of them, from 1.</param>
    public sealed record Message(MessageType Type, int Count) : FaultTrigger;

    /// <summary>The device boots.</summary>
    /// <param name="Number">Its boots over its life, from 1.</param>
    public sealed record Boot(long Number) : FaultTrigger;
}
