using System.IO.MemoryMappedFiles;
using MesoPen.Protocol;

namespace MesoPen.Gpio;

/// <summary>
/// What the device shows to whoever stands beside it: the lamp's colour and zone, the label of the stroke, the trigger mode, and
/// whether it asks for a cartridge.
/// A mapped file, which a small display may read; its count is odd while the rest changes. Nothing reads it back.
/// </summary>
internal sealed class Panel : IDisposable
{
    internal const int Size = 16;
    internal const int ShotAt = 0, ZoneAt = 4, ArmedAt = 6, MustReleaseAt = 7, TriggerModeAt = 8, AsksForCartridgeAt = 9, CountAt = 12;

    private readonly MemoryMappedFile? _file;
    private readonly MemoryMappedViewAccessor? _memory;
    private uint _count;
    private TriggerMode _mode;
    private bool _asks;

    internal Panel(string? path)
    {
        if (path is not null)
        {
            _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, Size);
            _memory = _file.CreateViewAccessor(0, Size);
        }
    }

    internal void Label(uint shot) => Show(memory => memory.Write(ShotAt, shot));

    internal void Lamp(bool armed, ushort zone, bool mustRelease) => Show(memory =>
    {
        memory.Write(ZoneAt, zone);
        memory.Write(ArmedAt, armed);
        memory.Write(MustReleaseAt, mustRelease);
    });

    internal void State(TriggerMode mode, bool asksForCartridge)
    {
        if (mode != _mode || asksForCartridge != _asks || _count == 0)
        {
            (_mode, _asks) = (mode, asksForCartridge);
            Show(memory =>
            {
                memory.Write(TriggerModeAt, (byte)mode);
                memory.Write(AsksForCartridgeAt, asksForCartridge);
            });
        }
    }

    public void Dispose()
    {
        _memory?.Dispose();
        _file?.Dispose();
    }

    private void Show(Action<MemoryMappedViewAccessor> change)
    {
        if (_memory is null)
        {
            return;
        }

        _memory.Write(CountAt, ++_count);
        change(_memory);
        _memory.Write(CountAt, ++_count);
    }
}
