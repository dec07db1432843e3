using System.IO.Ports.Native;

namespace System.IO.Ports;

/// <summary>The lines beside the data, and how often the driver has counted each event on them, at one moment.</summary>
internal readonly record struct LineState(ModemLines Lines, LineCounters Counters)
{
    /// <summary>
    /// What happened to the pins between two looks. A pulse that came and went is seen by its counter; a ring, and a break, by their start.
    /// </summary>
    public static IEnumerable<SerialPinChange> PinChanges(LineState before, LineState now)
    {
        ModemLines changed = now.Lines ^ before.Lines;
        if (changed.HasFlag(ModemLines.ClearToSend) || now.Counters.Cts != before.Counters.Cts)
        {
            yield return SerialPinChange.CtsChanged;
        }

        if (changed.HasFlag(ModemLines.DataSetReady) || now.Counters.Dsr != before.Counters.Dsr)
        {
            yield return SerialPinChange.DsrChanged;
        }

        if (changed.HasFlag(ModemLines.CarrierDetect) || now.Counters.CarrierDetect != before.Counters.CarrierDetect)
        {
            yield return SerialPinChange.CDChanged;
        }

        if ((changed & now.Lines).HasFlag(ModemLines.Ring) || now.Counters.Ring != before.Counters.Ring)
        {
            yield return SerialPinChange.Ring;
        }

        if (now.Counters.Breaks != before.Counters.Breaks)
        {
            yield return SerialPinChange.Break;
        }
    }

    /// <summary>The errors counted between two looks, each kind once.</summary>
    public static IEnumerable<SerialError> Errors(LineState before, LineState now)
    {
        if (now.Counters.FrameErrors != before.Counters.FrameErrors)
        {
            yield return SerialError.Frame;
        }

        if (now.Counters.ParityErrors != before.Counters.ParityErrors)
        {
            yield return SerialError.RXParity;
        }

        if (now.Counters.Overruns != before.Counters.Overruns)
        {
            yield return SerialError.Overrun;
        }

        if (now.Counters.BufferOverruns != before.Counters.BufferOverruns)
        {
            yield return SerialError.RXOver;
        }
    }
}
