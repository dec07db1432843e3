using static System.Buffers.Binary.BinaryPrimitives;

namespace MesoPen.Firmware;

/// <summary>
/// What the device counts over its life, in two banks that are written in turn: a write that was cut off leaves the other bank
/// whole. Shots and steps are also in the journal, newer; the banks keep them against the loss of the journal's last record.
/// </summary>
/// <remarks>
/// Bank, 64 bytes:
/// <code>
///     0  u16 kind, 0x4243
///     2  u16 epoch
///     4  u64 writes
///    12  u32 boots
///    16  u32 salt
///    20  u32 acknowledged
///    24  u32 shots
///    28  u64 steps
///    36  u64 base_nl
///    44  u32 steps_per_ml
///    48  u32 primed_cartridge
///    52  u8 primed
///    53  u8 reserved
///    54  u16 journal_capacity
///    56  u32 plunger_ppm; 0 = nominal
///    60  u32 crc
/// </code>
/// </remarks>
internal sealed class Counters(DurableMemory memory, DeviceConfiguration configuration, PlungerScale scale)
{
    private const ushort Kind = 0x4243;

    // An odd number: boots times it, modulo 2^32, visits every value once, so boot ids do not repeat, and neighbours differ in
    // many bits.
    private const uint BootStride = 0x9E3779B1;

    private PlungerScale _scale = scale;
    private ulong _writes;
    private uint _boots;
    private uint _salt;
    private ulong _baseNl;
    private uint _primedCartridge;
    private bool _primed;
    private PlungerScale _scaleBefore = scale;

    /// <summary>Lifetime count of shots begun.</summary>
    internal uint Shots { get; set; }

    /// <summary>Plunger steps moved in finished shots since the scale was last calibrated.</summary>
    internal long Steps { get; set; }

    /// <summary>Counts calibrations of the plunger scale: steps of different scales are never added.</summary>
    internal ushort Epoch { get; private set; }

    /// <summary>Highest shot that the host has acknowledged.</summary>
    internal uint Acknowledged { get; private set; }

    /// <summary>Id of this boot; never 0, never that of an earlier boot of this memory.</summary>
    internal uint BootId { get; private set; }

    /// <summary>Whether the memory was laid out for another journal.</summary>
    internal bool IsForeign { get; private set; }

    /// <summary>Whether no bank was ever written.</summary>
    internal bool IsNew => _writes == 0;

    /// <summary>Lifetime volume in nL, with so many steps of a shot under way on top.</summary>
    internal ulong VolumeNl(long stepsUnderWay) => _baseNl + (ulong)_scale.NlIn(Steps + stepsUnderWay);

    /// <summary>Whether this cartridge was primed.</summary>
    internal bool IsPrimed(uint cartridgeId) => _primed && _primedCartridge == cartridgeId;

    /// <summary>Reads the newer whole bank. False if there is none although the memory was used before.</summary>
    internal bool Load()
    {
        Span<byte> record = stackalloc byte[DurableMemory.RecordSize];
        bool blank = false;
        for (int bank = 0; bank < NonVolatileLayout.Banks; bank++)
        {
            blank |= memory.IsBlank(bank);
            if (memory.Read(bank, record)
                && ReadUInt16LittleEndian(record) == Kind && ReadUInt64LittleEndian(record[4..]) > _writes)
            {
                Take(record);
            }
        }

        return _writes > 0 || blank;
    }

    /// <summary>
    /// Counts this boot and writes it down, before the device says anything. Call when the journal has brought shots and steps up
    /// to date.
    /// </summary>
    /// <param name="salt">What tells this device's boot ids from another's; kept from the first boot on.</param>
    internal bool CountBoot(uint salt)
    {
        if (_writes == 0)
        {
            _salt = salt;
        }

        if (_scaleBefore != _scale)
        {
            // Another device profile, or an adjustment that a power cut came behind.
            BeginEpoch(_scaleBefore);
        }

        do
        {
            _boots = unchecked(_boots + 1);
            BootId = unchecked(_salt + (_boots * BootStride));
        }
        while (BootId == 0);

        return Save();
    }

    /// <summary>Counts by another scale from here on, and writes that down. What was counted stays.</summary>
    internal bool Rescale(PlungerScale scale)
    {
        BeginEpoch(_scale);
        _scale = scale;
        return Save();
    }

    /// <summary>A boot id where the memory cannot give one: no permit is granted under it.</summary>
    internal void BootWithoutMemory(uint salt) => BootId = Math.Max(1, unchecked((salt * BootStride) ^ _salt));

    /// <summary>Writes that all shots up to this one are acknowledged.</summary>
    internal bool Acknowledge(uint upToShot)
    {
        uint before = Acknowledged;
        Acknowledged = upToShot;
        if (Save())
        {
            return true;
        }

        Acknowledged = before;
        return false;
    }

    /// <summary>Writes that this cartridge is primed.</summary>
    internal bool SetPrimed(uint cartridgeId)
    {
        _primed = true;
        _primedCartridge = cartridgeId;
        return Save();
    }

    /// <summary>Writes that the line is not primed any more.</summary>
    internal bool LosePrimed()
    {
        if (!_primed)
        {
            return true;
        }

        _primed = false;
        return Save();
    }

    private void BeginEpoch(PlungerScale before)
    {
        _baseNl += (ulong)before.NlIn(Steps);
        Steps = 0;
        Epoch = unchecked((ushort)(Epoch + 1));
    }

    private void Take(ReadOnlySpan<byte> record)
    {
        Epoch = ReadUInt16LittleEndian(record[2..]);
        _writes = ReadUInt64LittleEndian(record[4..]);
        _boots = ReadUInt32LittleEndian(record[12..]);
        _salt = ReadUInt32LittleEndian(record[16..]);
        Acknowledged = ReadUInt32LittleEndian(record[20..]);
        Shots = ReadUInt32LittleEndian(record[24..]);
        Steps = (long)ReadUInt64LittleEndian(record[28..]);
        _baseNl = ReadUInt64LittleEndian(record[36..]);
        uint ppm = ReadUInt32LittleEndian(record[56..]);
        _scaleBefore = new PlungerScale(ReadUInt32LittleEndian(record[44..]), ppm == 0 ? Adjustment.NominalPpm : ppm);
        _primedCartridge = ReadUInt32LittleEndian(record[48..]);
        _primed = record[52] != 0;
        IsForeign = ReadUInt16LittleEndian(record[54..]) != configuration.JournalCapacity;
    }

    private bool Save()
    {
        Span<byte> record = stackalloc byte[DurableMemory.RecordSize];
        record.Clear();
        WriteUInt16LittleEndian(record, Kind);
        WriteUInt16LittleEndian(record[2..], Epoch);
        WriteUInt64LittleEndian(record[4..], _writes + 1);
        WriteUInt32LittleEndian(record[12..], _boots);
        WriteUInt32LittleEndian(record[16..], _salt);
        WriteUInt32LittleEndian(record[20..], Acknowledged);
        WriteUInt32LittleEndian(record[24..], Shots);
        WriteUInt64LittleEndian(record[28..], (ulong)Steps);
        WriteUInt64LittleEndian(record[36..], _baseNl);
        WriteUInt32LittleEndian(record[44..], checked((uint)_scale.StepsPerMl));
        WriteUInt32LittleEndian(record[48..], _primedCartridge);
        record[52] = _primed ? (byte)1 : (byte)0;
        WriteUInt16LittleEndian(record[54..], (ushort)configuration.JournalCapacity);
        WriteUInt32LittleEndian(record[56..], _scale.Ppm);
        if (!memory.Write((int)((_writes + 1) % NonVolatileLayout.Banks), record))
        {
            return false;
        }

        _writes++;
        return true;
    }
}
