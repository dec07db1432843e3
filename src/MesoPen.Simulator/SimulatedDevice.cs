using System.Buffers;
using MesoPen.Firmware;
using MesoPen.Protocol;

namespace MesoPen.Simulator;

/// <summary>
/// A whole device on virtual time: the firmware, the plant under it, and whoever holds it. It owns the milliseconds: <see cref="Step"/> lets
/// one pass. No thread, no clock, no chance but the seed.
/// </summary>
public sealed class SimulatedDevice : IDisposable
{
    private readonly SimulationOptions _options;
    private readonly DeviceConfiguration _configuration;
    private readonly INonVolatile _memory;
    private readonly Operator _operator;
    private readonly FaultPlan _faults;
    private readonly HostTap _tap = new();
    private readonly HelloForger _forger = new();
    private readonly ArrayBufferWriter<byte> _out = new(1024);
    private PlantFile? _plantFile;
    private TruthFile? _truthFile;
    private Device? _device;
    private long _ms;
    private long _bootedAtMs;
    private long _powerBackMs;

    /// <summary>A device that has just been switched on.</summary>
    public SimulatedDevice(SimulationOptions options)
        : this(options, new Plant((options ?? throw new ArgumentNullException(nameof(options))).Profile))
    {
        PowerOn();
    }

    private SimulatedDevice(SimulationOptions options, Plant plant)
    {
        _options = options;
        _configuration = options.Profile.Configure(options.Serial, options.CalibrationDueDay);
        _memory = options.Memory ?? new RamMemory();
        _operator = new Operator(options.Profile.Plant.Operator, options.Operator, options.Seed);
        _faults = new FaultPlan(options.Faults, Begin, End);
        Plant = plant;
        plant.Lines.MonotonicUs = options.MonotonicUs;
    }

    /// <summary>The machine.</summary>
    public Plant Plant { get; }

    /// <summary>Virtual time since this object was made, ms.</summary>
    public long Ms => _ms;

    /// <summary>What becomes of bytes at present.</summary>
    public SimulatedLink Link { get; private set; }

    /// <summary>Whether the device has power.</summary>
    public bool Powered => _device is not null;

    /// <summary>The firmware's own status; null without power.</summary>
    public DeviceStatus? Status => _device?.Status;

    /// <summary>Id of this boot, 0 without power.</summary>
    public uint BootId => _device?.BootId ?? 0;

    /// <summary>
    /// A device whose machine is kept in a file, so that it goes on where it stood after the process was killed. The options' memory must be
    /// kept too. Throws <see cref="SimulatorInputException"/>.
    /// </summary>
    /// <param name="options">What it is made of; its truth sink is not used.</param>
    /// <param name="plantPath">The plant's file.</param>
    /// <param name="truth">The truth file, or null; disposed with the device.</param>
    public static SimulatedDevice Open(SimulationOptions options, string plantPath, TruthFile? truth)
    {
        ArgumentNullException.ThrowIfNull(options);
        var plant = new Plant(options.Profile);
        var file = PlantFile.Open(plantPath, plant, options.Profile.Id, truth);
        var device = new SimulatedDevice(options, plant) { _plantFile = file, _truthFile = truth };
        device.PowerOn();
        return device;
    }

    /// <summary>A millisecond passes, at the beginning of which these bytes come from the host.</summary>
    /// <param name="input">From the host.</param>
    /// <param name="output">Takes what the device sends.</param>
    public void Step(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        _ms++;
        if (_device is null && _ms >= _powerBackMs)
        {
            PowerOn();
        }

        _operator.Step(Plant, Display());
        Exchange(input, output);
        _faults.Step(_ms, Plant.Shot);
        Plant.Step();
        Commit();
    }

    /// <summary>Bytes come from the host between two milliseconds: the firmware hears and answers them, and no time passes.</summary>
    /// <param name="input">From the host.</param>
    /// <param name="output">Takes what the device sends.</param>
    public void Receive(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Exchange(input, output);
        Commit();
    }

    /// <summary>The power fails and comes back after a time, ms. Bytes on the way are lost.</summary>
    public void CutPower(int forMs)
    {
        _device = null;
        _powerBackMs = _ms + Math.Max(1, forMs);
        Plant.CutPower();
        Plant.Event("power_lost");
    }

    /// <summary>Changes what becomes of bytes on the link.</summary>
    public void SetLink(SimulatedLink link)
    {
        if (link != Link)
        {
            Link = link;
            Plant.Event(link == SimulatedLink.Up ? "link_back" : "link_lost");
        }
    }

    /// <summary>The host's end was closed or opened, as far as that can be seen from here.</summary>
    /// <param name="connected">Whether somebody holds it.</param>
    public void HostConnected(bool connected) => Plant.Event(connected ? "link_back" : "link_lost");

    /// <inheritdoc/>
    public void Dispose()
    {
        _plantFile?.Dispose();
        _truthFile?.Dispose();
    }

    private void PowerOn()
    {
        var boot = (ulong)Plant.Boot();
        Plant.Event("boot");
        // The boot's number is on the disk before the firmware runs, so that no salt is used twice.
        Commit();
        var salt = new SeededChance(unchecked(_options.Seed * 0x9E3779B97F4A7C15 + boot)).Next();
        _device = new Device(_configuration, Plant, _memory, unchecked((uint)salt));
        _bootedAtMs = _ms;
        // Faults that are there from the start are there before the first byte.
        _faults.Step(_ms, Plant.Shot);
    }

    private void Exchange(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        var heard = Link == SimulatedLink.Up ? input : default;
        if (!heard.IsEmpty && _tap.Hear(heard, out var stop))
        {
            Plant.Lines.LastFrameMs = Plant.Ms;
            if (stop)
            {
                Plant.Event("stop_received");
            }
        }

        if (_device is null)
        {
            return;
        }

        _out.ResetWrittenCount();
        _device.Tick(unchecked((uint)(_ms - _bootedAtMs)), heard, _out);
        if (Link == SimulatedLink.Up && _out.WrittenCount > 0)
        {
            _forger.Pass(_out.WrittenSpan, output);
        }
    }

    private DeviceDisplay Display() => _device?.Status is { } status
        ? new DeviceDisplay(status.TriggerMode, status.Fault is DeviceFault.CartridgeEmpty or DeviceFault.CartridgeMissing)
        : default;

    private void Commit()
    {
        if (_plantFile is not null)
        {
            _plantFile.Commit(Plant, _truthFile);
        }
        else if (Plant.Lines.Due is { IsEmpty: false } due)
        {
            _options.Truth?.Invoke(due.Span);
            Plant.Lines.Taken();
        }
    }

    private void Begin(FaultSpec fault)
    {
        Plant.Event("fault:" + fault.Kind.Name);
        Apply(fault, acting: true);
    }

    private void End(FaultSpec fault) => Apply(fault, acting: false);

    private void Apply(FaultSpec fault, bool acting)
    {
        var defects = Plant.Defects;
        switch (fault.Kind.Name)
        {
            case FaultCatalogue.LinkCut:
                SetLink(acting ? SimulatedLink.Cut : SimulatedLink.Up);
                break;
            case FaultCatalogue.LinkSilent:
                SetLink(acting ? SimulatedLink.Silent : SimulatedLink.Up);
                break;
            case FaultCatalogue.Reset when acting:
                CutPower(fault.ForMs ?? int.MaxValue);
                break;
            case FaultCatalogue.Occlusion:
                defects.Occluded = acting;
                break;
            case FaultCatalogue.PlungerStall:
                defects.PlungerStalled = acting;
                break;
            case FaultCatalogue.NeedleStuck:
                defects.NeedleStuck = acting;
                break;
            case FaultCatalogue.NeedleLost when acting:
                defects.LoseNeedleSteps(fault.Value);
                break;
            case FaultCatalogue.TriggerStuck:
                defects.TriggerStuck = acting;
                break;
            case FaultCatalogue.ContactLost:
                defects.Lifted = acting;
                break;
            case FaultCatalogue.CartridgeOut when acting:
                Plant.PullCartridge();
                break;
            case FaultCatalogue.BatteryLow:
                defects.BatteryPermille = acting ? fault.Value : null;
                break;
            case FaultCatalogue.Temperature:
                defects.TemperatureCc = acting ? fault.Value : null;
                break;
            case FaultCatalogue.ProtocolVersion:
                _forger.Version = acting ? (byte)fault.Value : null;
                break;
            case FaultCatalogue.Overdose:
                defects.OverfeedPermille = acting ? fault.Value : 0;
                break;
            case FaultCatalogue.Overdepth:
                defects.OverreachPermille = acting ? fault.Value : 0;
                break;
        }
    }
}
