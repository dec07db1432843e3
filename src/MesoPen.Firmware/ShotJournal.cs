using MesoPen.Protocol;

namespace MesoPen.Firmware;

/// <summary>
/// The ring of shots in non-volatile memory. A shot is written before its needle moves and again when it has ended, each in a
/// slot of its own, so that a write that is cut off never takes the other with it.
/// </summary>
internal sealed class ShotJournal
{
    private readonly DurableMemory _memory;
    private readonly Counters _counters;
    private readonly int _capacity;
    private readonly ShotEntry[] _entries;

    private ShotBegin _open;
    private uint _oldestHeld = 1;

    internal ShotJournal(DurableMemory memory, Counters counters, int capacity)
    {
        _memory = memory;
        _counters = counters;
        _capacity = capacity;
        _entries = new ShotEntry[capacity];
    }

    /// <summary>Whether a shot was begun and its end is not in memory yet.</summary>
    internal bool HasOpen { get; private set; }

    /// <summary>The shot that was begun and not ended.</summary>
    internal ref readonly ShotBegin Open => ref _open;

    /// <summary>Index of the last finished shot.</summary>
    internal uint LastFinished => HasOpen ? _counters.Shots - 1 : _counters.Shots;

    /// <summary>How many more shots fit before the host must acknowledge.</summary>
    internal uint Room => (uint)_capacity - (_counters.Shots - _counters.Acknowledged);

    /// <summary>Oldest shot kept and not acknowledged. At the end of the counter's range it stays there.</summary>
    internal uint FirstUnacknowledged => Math.Max(_oldestHeld, Next(_counters.Acknowledged));

    /// <summary>
    /// Reads the ring, and brings the counters up to its newest record. False if a shot that the host has not stored is lost.
    /// </summary>
    internal bool Load()
    {
        FindNewest();
        long shot = _counters.Shots;
        long end = Math.Max(0, shot - _capacity);
        while (shot > end && TakeEntry((uint)shot))
        {
            shot--;
        }

        _oldestHeld = Next((uint)shot);
        return shot <= _counters.Acknowledged || shot == 0;
    }

    /// <summary>Writes a shot's beginning and counts it. False, with nothing counted, if the memory failed.</summary>
    internal bool Begin(in ShotBegin begin)
    {
        Span<byte> record = stackalloc byte[DurableMemory.RecordSize];
        begin.Write(record);
        if (!_memory.Write(NonVolatileLayout.BeginSlot(begin.Shot, _capacity), record))
        {
            return false;
        }

        _counters.Shots = begin.Shot;
        _open = begin;
        HasOpen = true;
        if (begin.Shot - _oldestHeld >= (uint)_capacity)
        {
            _oldestHeld = begin.Shot - (uint)_capacity + 1;
        }

        return true;
    }

    /// <summary>
    /// Counts what the open shot has moved and writes its end. False if the memory failed: then the counter is right, but the
    /// entry is not given out, because the next boot will settle it anew.
    /// </summary>
    internal bool Finish(in ShotEntry entry, long movedSteps)
    {
        _counters.Steps += movedSteps;
        Span<byte> record = stackalloc byte[DurableMemory.RecordSize];
        new ShotRecord(_counters.Epoch, entry, _counters.Steps).Write(record);
        if (!_memory.Write(NonVolatileLayout.EndSlot(entry.Shot, _capacity), record))
        {
            return false;
        }

        _entries[entry.Shot % (uint)_capacity] = entry;
        HasOpen = false;
        return true;
    }

    /// <summary>
    /// Copies finished entries with consecutive indices, from the one asked for or the oldest one held. Gives how many.
    /// </summary>
    internal int Read(uint fromShot, Span<ShotEntry> into)
    {
        int count = 0;
        for (long shot = Math.Max(fromShot, _oldestHeld); shot <= LastFinished && count < into.Length; shot++)
        {
            into[count++] = _entries[shot % _capacity];
        }

        return count;
    }

    private static uint Next(uint shot) => shot == uint.MaxValue ? shot : shot + 1;

    private void FindNewest()
    {
        Span<byte> record = stackalloc byte[DurableMemory.RecordSize];
        for (uint place = 0; place < (uint)_capacity; place++)
        {
            if (_memory.Read(NonVolatileLayout.BeginSlot(place, _capacity), record)
                && ShotBegin.TryRead(record, out ShotBegin begin))
            {
                TakeCounts(begin.Shot, begin.Epoch, begin.LifetimeSteps);
            }

            if (_memory.Read(NonVolatileLayout.EndSlot(place, _capacity), record)
                && ShotRecord.TryRead(record, out ShotRecord shot))
            {
                TakeCounts(shot.Entry.Shot, shot.Epoch, shot.LifetimeSteps);
            }
        }
    }

    private void TakeCounts(uint shot, ushort epoch, long lifetimeSteps)
    {
        _counters.Shots = Math.Max(_counters.Shots, shot);
        if (epoch == _counters.Epoch)
        {
            _counters.Steps = Math.Max(_counters.Steps, lifetimeSteps);
        }
    }

    private bool TakeEntry(uint shot)
    {
        Span<byte> record = stackalloc byte[DurableMemory.RecordSize];
        if (_memory.Read(NonVolatileLayout.EndSlot(shot, _capacity), record)
            && ShotRecord.TryRead(record, out ShotRecord ended) && ended.Entry.Shot == shot)
        {
            _entries[shot % (uint)_capacity] = ended.Entry;
            return true;
        }

        // Only the newest shot can have begun and not ended: no shot begins before the one before it was written to its end.
        if (shot == _counters.Shots && _memory.Read(NonVolatileLayout.BeginSlot(shot, _capacity), record)
            && ShotBegin.TryRead(record, out ShotBegin begin) && begin.Shot == shot)
        {
            _open = begin;
            HasOpen = true;
            return true;
        }

        return false;
    }
}
