using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace MesoPen.Simulator;

/// <summary>
/// The machine's own state in a file, so that after the simulator's process was killed the plunger, the needle, the cartridge and the fluid are
/// where they were, at rest. Truth lines that fall due stand in it before they are appended to the truth file, with that file's length, so that
/// a death between the two neither loses a line nor writes one twice.
/// </summary>
/// <remarks>
/// Two banks of a page each, written in turn. A bank: u64 magic, u32 crc of all that follows, u32 crc of the profile's id, i64 generation,
/// i64 length of the truth file, i64 length of the lines due, 512 bytes of state, the lines. Little endian.
/// </remarks>
public sealed class PlantFile : IDisposable
{
    private const ulong Magic = 0x314E4C504F53454D; // "MESOPLN1"
    private const int BankLength = 8192;
    private const int StateAt = 40;
    private const int StateLength = 512;
    private const int LinesAt = StateAt + StateLength;

    private readonly SafeFileHandle _file;
    private readonly byte[] _bank = new byte[BankLength];
    private readonly byte[] _saved = new byte[StateLength];
    private long _generation;

    private PlantFile(SafeFileHandle file) => _file = file;

    /// <summary>
    /// Opens the file and puts the plant where it says, or makes the file for a new plant. Lines that were due when the process ended are due
    /// again, as far as the truth file lacks them. Throws <see cref="SimulatorInputException"/>.
    /// </summary>
    public static PlantFile Open(string path, Plant plant, string profileId, TruthFile? truth)
    {
        ArgumentNullException.ThrowIfNull(plant);
        SafeFileHandle handle;
        try
        {
            handle = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SimulatorInputException($"{path}: cannot be opened: {e.Message}", e);
        }

        var file = new PlantFile(handle);
        try
        {
            file.Load(path, plant, profileId, truth);
        }
        catch
        {
            file.Dispose();
            throw;
        }

        BinaryPrimitives.WriteUInt64LittleEndian(file._bank, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(file._bank.AsSpan(12), IdOf(profileId));
        file.Commit(plant, truth);
        return file;
    }

    /// <summary>After every millisecond: saves the plant if anything of it changed, then appends the lines due.</summary>
    public void Commit(Plant plant, TruthFile? truth)
    {
        ArgumentNullException.ThrowIfNull(plant);
        var due = plant.Lines.Due.Span;
        var state = _bank.AsSpan(StateAt, StateLength);
        var exchange = new StateExchange(state, saving: true);
        plant.Exchange(ref exchange);
        // The first value is the time, which alone is not worth a write.
        if (due.IsEmpty && state[sizeof(long)..].SequenceEqual(_saved.AsSpan(sizeof(long))))
        {
            return;
        }

        state.CopyTo(_saved);
        Save(due, truth?.Length ?? 0);
        truth?.Append(due);
        plant.Lines.Taken();
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static uint IdOf(string profileId) => Crc(Encoding.UTF8.GetBytes(profileId));

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }

    private void Save(ReadOnlySpan<byte> due, long truthLength)
    {
        if (due.Length > BankLength - LinesAt)
        {
            throw new InvalidOperationException("More truth lines in one millisecond than the plant's file has room for.");
        }

        _generation++;
        BinaryPrimitives.WriteInt64LittleEndian(_bank.AsSpan(16), _generation);
        BinaryPrimitives.WriteInt64LittleEndian(_bank.AsSpan(24), truthLength);
        BinaryPrimitives.WriteInt64LittleEndian(_bank.AsSpan(32), due.Length);
        due.CopyTo(_bank.AsSpan(LinesAt));
        var used = _bank.AsSpan(0, LinesAt + due.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(_bank.AsSpan(8), Crc(used[12..]));
        RandomAccess.Write(_file, used, _generation % 2 * BankLength);
    }

    private void Load(string path, Plant plant, string profileId, TruthFile? truth)
    {
        if (RandomAccess.GetLength(_file) == 0)
        {
            return;
        }

        var newest = Newest() ?? throw new SimulatorInputException($"{path}: holds no whole state of a plant; it is damaged or another file.");
        if (BinaryPrimitives.ReadUInt32LittleEndian(newest.AsSpan(12)) != IdOf(profileId))
        {
            throw new SimulatorInputException($"{path}: was written by a device of another profile than {profileId}.");
        }

        _generation = BinaryPrimitives.ReadInt64LittleEndian(newest.AsSpan(16));
        var truthLength = BinaryPrimitives.ReadInt64LittleEndian(newest.AsSpan(24));
        var due = newest.AsSpan(LinesAt, (int)BinaryPrimitives.ReadInt64LittleEndian(newest.AsSpan(32)));
        var exchange = new StateExchange(newest.AsSpan(StateAt, StateLength), saving: false);
        plant.Exchange(ref exchange);
        if (truth is not null)
        {
            var written = truth.Length - truthLength;
            plant.Lines.Restore(written >= 0 && written <= due.Length ? due[(int)written..] : due);
        }
    }

    private byte[]? Newest()
    {
        byte[]? newest = null;
        for (var i = 0; i < 2; i++)
        {
            var bank = new byte[BankLength];
            var length = RandomAccess.Read(_file, bank, i * BankLength);
            if (Whole(bank.AsSpan(0, length)) &&
                (newest is null ||
                 BinaryPrimitives.ReadInt64LittleEndian(bank.AsSpan(16)) > BinaryPrimitives.ReadInt64LittleEndian(newest.AsSpan(16))))
            {
                newest = bank;
            }
        }

        return newest;
    }

    private static bool Whole(ReadOnlySpan<byte> bank)
    {
        if (bank.Length < LinesAt || BinaryPrimitives.ReadUInt64LittleEndian(bank) != Magic)
        {
            return false;
        }

        var lines = BinaryPrimitives.ReadInt64LittleEndian(bank[32..]);
        return lines >= 0 && lines <= bank.Length - LinesAt &&
            Crc(bank[12..(LinesAt + (int)lines)]) == BinaryPrimitives.ReadUInt32LittleEndian(bank[8..]);
    }
}
