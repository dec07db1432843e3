namespace MesoPen.Host.Calibration;

/// <summary>What a line of an instrument is.</summary>
internal enum InstrumentReplyKind
{
    /// <summary>Something that nobody asked for just now: a greeting, the echo of a key.</summary>
    Other,

    /// <summary>A value.</summary>
    Value,

    /// <summary>An order was taken; the answer follows.</summary>
    Taken,

    /// <summary>An order was done.</summary>
    Done,

    /// <summary>A text: who it is.</summary>
    Text,

    /// <summary>A problem.</summary>
    Problem,
}
