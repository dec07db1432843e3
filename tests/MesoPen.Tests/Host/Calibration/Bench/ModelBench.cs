using MesoPen.Host.Calibration;
using MesoPen.Host.Connection;
using MesoPen.Protocol;
using MesoPen.Tests.Time;

namespace MesoPen.Tests;

/// <summary>
/// A bench as a model on virtual time: a device with planted errors over a vessel on a balance, its needle under a gauge. It shares nothing with the
/// evaluation: water is the published factor of 1.0029 µL/mg at 20 °C (Sartorius, after ISO 8655-6).
/// </summary>
internal sealed class ModelBench(VirtualLoop time, BenchTruth truth) : ICalibrationDevice
{
    private const double MgPerUl = 1 / 1.0029;

    private readonly Random _chance = new(truth.Seed);
    private double _vesselNg = 12e9;
    private TimeSpan _evaporatedTo;
    private long _totalNl;
    private double _carriageUm;
    private double _needleUm;
    private bool _weighed;
    private uint _cartridge = 1;

    public uint BootId { get; private set; } = 1;

    public DeviceScale Scale { get; private set; } = DeviceScale.Nominal;

    public uint DueDay { get; private set; } = 20_000;

    public string? Certificate { get; private set; }

    public long RemainingNl { get; private set; } = 5_000_000;

    /// <summary>Whose device stands there.</summary>
    public string Serial { get; set; } = "MODEL-1";

    /// <summary>Somebody leans on the table: nothing is at rest.</summary>
    public bool Shakes { get; set; }

    /// <summary>How often the line of the instrument was opened.</summary>
    public int Connection { get; private set; } = 1;

    /// <summary>What the next weight reads more than it should, ng.</summary>
    public double TouchNg { get; set; }

    /// <summary>What every weight reads more than the one before should, ng.</summary>
    public double ThrowsNg { get; set; }

    /// <summary>Liquid that left the needle, nL: so many shots as were told, whatever was interrupted.</summary>
    public double DeliveredNl { get; private set; }

    /// <summary>The device loses its power for a moment.</summary>
    public void CutDevice()
    {
        Interruptions++;
        BootId++;
        _totalNl = 0;
        MoveCarriage(0);
    }

    /// <summary>The instrument's cable is out for a moment, and its zero is another one.</summary>
    public void CutInstrument()
    {
        Connection++;
        _vesselNg += 700_000;
    }

    /// <inheritdoc />
    public long Interruptions { get; private set; }

    /// <summary>The line is silent for a moment: the device takes its needle home.</summary>
    public void LoseNeedle()
    {
        Interruptions++;
        MoveCarriage(0);
    }

    public Task<DeviceFacts> FactsAsync(CancellationToken cancel = default) => Task.FromResult(new DeviceFacts(
        "model", "gun-5", Serial, new Version(1, 0, 0), 5, DueDay, Caps, BootId, Status)
    {
        Simulated = true, Scale = Scale, TakesCalibration = true, Certificate = Certificate,
    });

    public Task<DeviceStatus> StatusAsync(CancellationToken cancel = default) => Task.FromResult(Status);

    public async Task MoveNeedleAsync(int depthUm, CancellationToken cancel = default)
    {
        uint boot = BootId;
        await Task.Delay(TimeSpan.FromMilliseconds(50), time.Loop, cancel);
        if (boot != BootId)
        {
            throw new CalibrationDeviceException(CalibrationDeviceTrouble.Away, "The device was reset.");
        }

        double target = depthUm == 0 ? 0 : depthUm + Scale.NeedleOffsetUm;
        if (Scale.BacklashUm > 0 && target < _carriageUm)
        {
            // It takes its own play up: comes from behind, always on the way out.
            MoveCarriage(Math.Max(0, target - Scale.BacklashUm - 20));
        }

        MoveCarriage(target);
    }

    public async Task<long> DispenseAsync(long totalNl, uint bootId, CancellationToken cancel = default)
    {
        if (totalNl < _totalNl && bootId == BootId)
        {
            throw new CalibrationDeviceException(CalibrationDeviceTrouble.Refused, "The device refused it: out of range.") { Refusal = Result.OutOfRange };
        }

        await Task.Delay(TimeSpan.FromMilliseconds(200), time.Loop, cancel);
        if (bootId != BootId)
        {
            throw new CalibrationDeviceException(CalibrationDeviceTrouble.Reset, "The device was reset in the middle.");
        }

        long told = totalNl - _totalNl;
        double out_ = told * truth.Scale * Scale.PlungerPpm / 1e6 * (1 + (truth.ShotCv * Normal()));
        _totalNl = totalNl;
        RemainingNl -= told;
        DeliveredNl += out_;
        _vesselNg += (out_ * MgPerUl * 1000) + (_weighed ? truth.BalanceErrorNg : 0);
        _weighed = false;
        return told;
    }

    public Task RetractAsync(CancellationToken cancel = default)
    {
        MoveCarriage(0);
        return Task.CompletedTask;
    }

    public Task ClearFaultAsync(CancellationToken cancel = default) => Task.CompletedTask;

    public Task<DeviceFacts> SetCalibrationAsync(DeviceScale scale, uint dueDay, string? certificateSha256, CancellationToken cancel = default)
    {
        (Scale, DueDay, Certificate) = (scale, dueDay, certificateSha256?[..32]);
        return FactsAsync(cancel);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Another program sets another adjustment.</summary>
    public void AdjustElsewhere(DeviceScale scale) => Scale = scale;

    /// <summary>Another program moves the plunger.</summary>
    public void MoveElsewhere(long nl) => _totalNl += nl;

    /// <summary>Somebody fills the cartridge.</summary>
    public void Fill()
    {
        RemainingNl = 5_000_000;
        _cartridge++;
    }

    /// <summary>The balance under the needle.</summary>
    public IInstrument Balance => new ModelInstrument(this, InstrumentQuantity.Mass);

    /// <summary>The gauge on the needle.</summary>
    public IInstrument Gauge => new ModelInstrument(this, InstrumentQuantity.Length);

    internal async Task<InstrumentReading> ReadStableAsync(InstrumentQuantity quantity, CancellationToken cancel)
    {
        await Task.Delay(TimeSpan.FromSeconds(3), time.Loop, cancel);
        return Read(quantity);
    }

    internal InstrumentReading Read(InstrumentQuantity quantity)
    {
        Evaporate();
        _weighed = true;
        long resolution = quantity == InstrumentQuantity.Mass ? truth.ReadabilityNg : 1000;
        double seen = quantity == InstrumentQuantity.Mass
            ? _vesselNg + (truth.NoiseNg * Normal()) + TouchNg
            : (_needleUm * 1000) + (truth.GaugeNoiseNm * Normal());
        TouchNg = 0;
        _vesselNg += ThrowsNg;
        return new InstrumentReading(
            quantity, (long)Math.Round(seen / resolution) * resolution, resolution, Stable: !Shakes, time.Loop.GetUtcNow().ToUnixTimeMilliseconds(), "", Connection, 0,
            InstrumentProblem.None, null);
    }

    private void MoveCarriage(double toUm)
    {
        bool outwards = toUm > _carriageUm;
        _carriageUm = toUm;
        double true_ = toUm == 0 ? 0 : toUm + truth.OffsetUm;

        // On the way back the carriage takes its play up first, and the needle stays further out.
        _needleUm = toUm == 0 ? 0 : outwards ? true_ : Math.Max(true_, Math.Min(_needleUm, true_ + truth.PlayUm));
    }

    private void Evaporate()
    {
        _vesselNg -= truth.EvaporationMgPerHour * 1e6 * (time.Now - _evaporatedTo).TotalHours;
        _evaporatedTo = time.Now;
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _chance.NextDouble())) * Math.Cos(2 * Math.PI * _chance.NextDouble());

    private DeviceStatus Status => new(
        DeviceState.Idle, DeviceFlags.NeedleHome | DeviceFlags.PlungerStill, TriggerMode.Single, DisarmReason.None, DeviceFault.None, 0, 0, 0, 0, 0, 7, 0, 8,
        (uint)RemainingNl, 0, 0, 2400, 900, 0, _cartridge);

    private static CapabilitiesReply Caps => default(CapabilitiesReply) with { DepthMaxUm = 6000, DoseMaxNl = 100_000, DoseMinNl = 5000, DoseStepNl = 500, PrimeMaxNl = 500_000, CartridgeNl = 5_000_000, Needles = 5 };
}
