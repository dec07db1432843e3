namespace MesoPen.Host.Calibration;

/// <summary>
/// Decides which value counts as at rest. None of the protocols has a checksum, so one answer never counts: a number of them in a row must be
/// alike in value and in the last digit shown. One that is not alike, not at rest, or no value begins the count anew.
/// </summary>
/// <param name="needed">Answers in a row, at least 2.</param>
/// <param name="byRepetition">Whether the protocol says nothing of rest, so that repetition alone makes it.</param>
internal sealed class StableGate(int needed, bool byRepetition)
{
    private InstrumentReply _last;
    private int _count;

    /// <summary>Offers an answer; true if its value counts.</summary>
    public bool Offer(in InstrumentReply reply)
    {
        if (reply.Kind != InstrumentReplyKind.Value || (!byRepetition && !reply.Stable))
        {
            Reset();
            return false;
        }

        _count = _count > 0 && reply.Value == _last.Value && reply.Resolution == _last.Resolution ? _count + 1 : 1;
        _last = reply;
        return _count >= needed;
    }

    /// <summary>Begins anew.</summary>
    public void Reset() => _count = 0;
}
