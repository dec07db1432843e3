namespace MesoPen.Host.Calibration;

/// <summary>
/// A balance or a gauge. One call at a time; each ends with an answer, a problem, or an <see cref="OperationCanceledException"/>. A cable that
/// is pulled while a call waits is waited for, and the call goes on when the line is back.
/// </summary>
public interface IInstrument : IDisposable
{
    /// <summary>Its address, for messages.</summary>
    string Name { get; }

    /// <summary>What it measures, and so the unit of its values: ng or nm.</summary>
    InstrumentQuantity Quantity { get; }

    /// <summary>Whether <see cref="ZeroAsync"/> can be done.</summary>
    bool CanZero { get; }

    /// <summary>Whether <see cref="TareAsync"/> can be done.</summary>
    bool CanTare { get; }

    /// <summary>Asks who it is.</summary>
    Task<InstrumentIdentity> IdentifyAsync(CancellationToken cancel);

    /// <summary>The next value at rest: what the instrument itself calls stable, told the same several times in a row.</summary>
    Task<InstrumentReading> ReadStableAsync(CancellationToken cancel);

    /// <summary>What it shows now, at rest or not: for a live display, never for a record.</summary>
    Task<InstrumentReading> ReadNowAsync(CancellationToken cancel);

    /// <summary>Makes what it shows zero, once it is at rest.</summary>
    Task<InstrumentOutcome> ZeroAsync(CancellationToken cancel);

    /// <summary>Takes what is on it as tare, once it is at rest.</summary>
    Task<InstrumentOutcome> TareAsync(CancellationToken cancel);
}
