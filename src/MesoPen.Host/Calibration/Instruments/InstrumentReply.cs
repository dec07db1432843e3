namespace MesoPen.Host.Calibration;

/// <summary>What a dialect reads in one line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">ng or nm.</param>
/// <param name="Resolution">The last digit shown, ng or nm.</param>
/// <param name="Stable">Whether the protocol itself says that it is at rest.</param>
/// <param name="Problem">For a problem.</param>
internal readonly record struct InstrumentReply(InstrumentReplyKind Kind, long Value, long Resolution, bool Stable, InstrumentProblem Problem)
{
    public static InstrumentReply Other => default;

    public static InstrumentReply Taken => new(InstrumentReplyKind.Taken, 0, 0, false, InstrumentProblem.None);

    public static InstrumentReply Done => new(InstrumentReplyKind.Done, 0, 0, false, InstrumentProblem.None);

    public static InstrumentReply Text => new(InstrumentReplyKind.Text, 0, 0, false, InstrumentProblem.None);

    public static InstrumentReply Garbled => Of(InstrumentProblem.Garbled);

    public static InstrumentReply Of(InstrumentProblem problem) => new(InstrumentReplyKind.Problem, 0, 0, false, problem);

    /// <summary>The value of these digits in this unit; a problem if either is none.</summary>
    public static InstrumentReply Of(ReadOnlySpan<byte> number, ReadOnlySpan<byte> unit, InstrumentQuantity quantity, bool stable, bool zeros = false)
    {
        if (!InstrumentNumber.TryRead(number, zeros, out InstrumentNumber read))
        {
            return Garbled;
        }

        if (InstrumentUnits.Find(unit, quantity) is not { } known)
        {
            return Of(InstrumentUnits.IsWord(unit) ? InstrumentProblem.WrongUnit : InstrumentProblem.Garbled);
        }

        return read.TryIn(known, out long value, out long resolution)
            ? new InstrumentReply(InstrumentReplyKind.Value, value, resolution, stable, InstrumentProblem.None)
            : Garbled;
    }
}
