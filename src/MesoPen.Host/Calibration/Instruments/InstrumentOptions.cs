namespace MesoPen.Host.Calibration;

/// <summary>What an instrument is used with, beside its address.</summary>
public sealed record InstrumentOptions
{
    /// <summary>Equal answers in a row that make a value; null for the protocol's own number. At least 2.</summary>
    public int? EqualAnswers { get; init; }

    /// <summary>How long it is waited for.</summary>
    public InstrumentPatience Patience { get; init; } = new();

    /// <summary>For <see cref="InstrumentProtocol.Pattern"/>: what its lines look like.</summary>
    public InstrumentPattern? Pattern { get; init; }

    /// <summary>For <see cref="InstrumentProtocol.Typed"/>: what the person reads.</summary>
    public InstrumentQuantity TypedQuantity { get; init; } = InstrumentQuantity.Mass;

    /// <summary>
    /// Whether it is asked for its serial number when its line is first opened, so that another one that answers later is told from it: for a calibration.
    /// </summary>
    public bool SameThroughout { get; init; }

    /// <summary>Told each line that goes or comes, in readable form; on any thread.</summary>
    public Action<InstrumentWire>? Wire { get; init; }
}
