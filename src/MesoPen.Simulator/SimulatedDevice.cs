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
    private readonly FaultEffects _faults;
    private readonly BrownoutMemory? _brownout;
    private readonly HostTap _tap = new();
    private readonly ArrayBufferWriter<byte> _out = new(1024);
    private readonly ArrayBufferWriter<byte> _heard = new(256);
    private PlantFile? _plantFile;
    private TruthFile? _truthFile;
    private Device? _device;
    private long _ms;
    private long _bootedAtMs;
    private long _powerBackMs;

    /// <summary>A device that has just been switched on.</summary>
    public SimulatedDevice(SimulationOptions options)
        : this(options, new Plant((options ?? throw new ArgumentNullException(nameof(options))).Profile, options.Errors))
    {
        PowerOn();
    }

    private SimulatedDevice(SimulationOptions options, Plant plant)
    {
        _options = options;
        _configuration = options.Profile.Configure(options.Serial, options.CalibrationDueDay) with { Simulated = !options.DeniesSimulated };
        _memory = options.Memory ?? new RamMemory();
        _operator = new Operator(options.Profile.Plant.Operator, options.Operator, options.Seed);
        Plant = plant;
        _faults = new FaultEffects(this, _operator, options);
        if (options.Faults.FirstOrDefault(spec => spec.Kind.Name == FaultCatalogue.CountersHigh) is { } high)
        {
            Age((uint)high.Value);
        }

        if (options.Adjustment is { } adjustment)
        {
            // A memory that holds one goes on with it.
            UsedMemory.Adjust(_configuration, _memory, adjustment);
        }

        if (options.AnyFaultLater || options.Faults.Any(spec => spec.Kind.Name == FaultCatalogue.Brownout))
        {
            _memory = _brownout = new BrownoutMemory(_memory);
        }

        plant.Lines.MonotonicUs = options.MonotonicUs;
    }

    /// <summary>The machine.</summary>
    public Plant Plant { get; }

    /// <summary>Virtual time since this object was made, ms.</summary>
    public long Ms => _ms;

    /// <summary>What reached the firmware's ear in the last millisecond, after whatever faults of the line did to it.</summary>
    public ReadOnlySpan<byte> Heard => _heard.WrittenSpan;

    /// <summary>Uptime by the device's own clock, ms; 0 without power.</summary>
    public long ClockMs { get; private set; }

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
        var plant = new Plant(options.Profile, options.Errors);
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

        _faults.Clock?.Pass();
        _operator.Step(Plant, Display());
        Exchange(input, output);
        if (!_faults.None)
        {
            _faults.Step(_ms);
        }

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
        _faults.Ear?.Clear();
        _faults.Clock?.Restart();
        Plant.CutPower();
        Plant.Event("power_lost");
    }

    /// <summary>
    /// A fault begins in the middle of a run, by its trigger (times count from the start of the run). Throws
    /// <see cref="SimulatorInputException"/> for what can only be there from the start, and for what happens to a host.
    /// </summary>
    public void Inject(FaultSpec fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.Kind.Name == FaultCatalogue.Brownout && _brownout is null)
        {
            throw new SimulatorInputException($"--fault {fault.Text}: {fault.Kind.Name} must be among the faults from the start.");
        }

        _faults.Inject(fault);
    }

    /// <summary>How many faults have begun so far.</summary>
    public int FaultsBegun => _faults.Begun;

    /// <summary>The faults that act or wait for their moment.</summary>
    public IEnumerable<PlannedFault> OpenFaults => _faults.Open;

    /// <summary>Ends the faults that act and takes back those that wait: of a kind, or all.</summary>
    public void WithdrawFaults(string? name) => _faults.Withdraw(name);

    /// <summary>Whoever holds the device.</summary>
    public Operator Hands => _operator;

    /// <summary>Ends the faults of a kind that act; nothing if none does.</summary>
    public void EndFault(string name) => _faults.EndAll(name);

    /// <summary>Changes what becomes of bytes on the link.</summary>
    public void SetLink(SimulatedLink link)
    {
        if (link != Link)
        {
            Link = link;
            _faults.Line?.Clear();
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

    internal void FailNextWrite(int keepBytes) => _brownout?.FailNextWrite(keepBytes);

    private void PowerOn()
    {
        var boot = (ulong)Plant.Boot();
        Plant.Event("boot");
        // The boot's number is on the disk before the firmware runs, so that no salt is used twice.
        Commit();
        var salt = new SeededChance(unchecked(_options.Seed * 0x9E3779B97F4A7C15 + boot)).Next();
        _bootedAtMs = _ms;
        try
        {
            _device = new Device(_configuration, Plant, _memory, unchecked((uint)salt));
        }
        catch (PowerLostException)
        {
            CutPower(_faults.BrownoutMs);
        }

        if (!_faults.None)
        {
            // Faults that are there from the start are there before the first byte.
            _faults.Step(_ms);
        }
    }

    private void Exchange(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        var heard = Link == SimulatedLink.Up ? input : default;
        if (_faults.Line is { } line)
        {
            line.Send(LinkWay.ToDevice, heard, _ms);
            var said = Tick(line.Heard(_ms));
            line.Send(LinkWay.ToHost, Link == SimulatedLink.Up ? said : default, _ms);
            line.Deliver(_ms, output);
        }
        else if (Tick(heard) is { IsEmpty: false } said && Link == SimulatedLink.Up)
        {
            output.Write(said);
        }
    }

    /// <summary>The firmware hears this, and says what is returned; good until the next call.</summary>
    private ReadOnlySpan<byte> Tick(ReadOnlySpan<byte> heard)
    {
        if (_heard.WrittenCount > 0)
        {
            _heard.ResetWrittenCount();
        }

        if (!heard.IsEmpty)
        {
            _heard.Write(heard);
        }

        ClockMs = 0;
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
            return default;
        }

        var trueMs = _ms - _bootedAtMs;
        var nowMs = unchecked((uint)(_faults.Clock?.Of(trueMs) ?? trueMs));
        ClockMs = nowMs;
        heard = _faults.Ear is { } ear ? ear.Hear(heard, _device, nowMs) : heard;
        _out.ResetWrittenCount();
        try
        {
            _device.Tick(nowMs, heard, _out);
        }
        catch (PowerLostException)
        {
            CutPower(_faults.BrownoutMs);
            return default;
        }

        return _out.WrittenCount == 0 ? default : _faults.Forger.Pass(_faults.Ear is null ? _out.WrittenSpan : _faults.Ear.Say(_out.WrittenSpan));
    }

    private DeviceDisplay Display() => _device is { } device
        ? new DeviceDisplay(device.TriggerMode, device.Fault is DeviceFault.CartridgeEmpty or DeviceFault.CartridgeMissing || !Plant.CartridgePresent)
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

    /// <summary>A new memory becomes that of a device near the end of its counters. A used one stays as it is.</summary>
    private void Age(uint shotsLeft)
    {
        var salt = unchecked((uint)new SeededChance(_options.Seed).Next());
        var volumeNl = (1L << 32) - (long)shotsLeft * _options.Profile.Caps.DoseMinNl;
        UsedMemory.Write(_configuration, _memory, unchecked(0 - shotsLeft), Math.Max(0, volumeNl), salt);
    }
}
