using System.IO.MemoryMappedFiles;
using MesoPen.Protocol;

namespace MesoPen.Gpio.Rig;

/// <summary>What somebody beside the device sees on its panel.</summary>
internal sealed class PanelView : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _memory;

    internal PanelView(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, null, Panel.Size);
        _memory = _file.CreateViewAccessor(0, Panel.Size);
    }

    internal uint Shot => _memory.ReadUInt32(Panel.ShotAt);

    internal ushort Zone => _memory.ReadUInt16(Panel.ZoneAt);

    internal bool Armed => _memory.ReadBoolean(Panel.ArmedAt);

    internal bool MustRelease => _memory.ReadBoolean(Panel.MustReleaseAt);

    internal TriggerMode TriggerMode => (TriggerMode)_memory.ReadByte(Panel.TriggerModeAt);

    internal bool AsksForCartridge => _memory.ReadBoolean(Panel.AsksForCartridgeAt);

    internal uint Count => _memory.ReadUInt32(Panel.CountAt);

    public void Dispose()
    {
        _memory.Dispose();
        _file.Dispose();
    }
}
