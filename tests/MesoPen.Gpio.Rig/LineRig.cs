using System.Diagnostics;
using System.Net.Sockets;
using MesoPen.Firmware;
using MesoPen.Gpio.Tests.Chips;
using MesoPen.Simulator;

namespace MesoPen.Gpio.Rig;

/// <summary>
/// A chip with simulated lines, the daemon on one side of them and plant and operator on the other; the host's bytes go through,
/// and are listened to for the truth's
/// sake. In place of <c>mesopen-sim</c>: the same command line, the same truth file.
/// </summary>
internal sealed class LineRig : IDisposable
{
    private const long MillisecondNs = 1_000_000;
    private const int CartridgeWaitMs = 5_000;

    private readonly RigOptions _options;
    private readonly Func<long> _nowNs;
    private readonly SimulatedChip _chip;
    private readonly LinePlant _lines;
    private readonly PanelView _panel;
    private readonly Operator _operator;
    private readonly TruthFile? _truth;
    private readonly HostTap _tap = new();
    private readonly IHostSide _host;
    private readonly byte[] _bytes = new byte[4096];
    private readonly string _boardCopy;
    private readonly string _socket;
    private Socket? _device;
    private Process _daemon;
    private uint _shot;

    internal LineRig(RigOptions options, TimeProvider clock)
    {
        _options = options;
        _nowNs = () => (long)(clock.GetTimestamp() * (1e9 / clock.TimestampFrequency));
        _ = Directory.CreateDirectory(options.State);
        _boardCopy = CopyBoard();
        Board board = BoardReader.Open(_boardCopy);
        DeviceProfile profile = ProfileReader.Open(options.ProfilePath);
        // The motors of this plant are where their steps are: its own ramps would come on top of the daemon's.
        NeedleConstants needle = profile.Plant.Needle with { AccelerationUmPerS2 = 1_000_000_000 };
        var plant = new Plant(profile with { Plant = profile.Plant with { Needle = needle } });
        plant.Lines.MonotonicUs = () => _nowNs() / 1000;
        _chip = new SimulatedChip(board.Chips[0].Label, board.Chips[0].Last + 1);
        _lines = new LinePlant(board, _chip, plant);
        _operator = new Operator(profile.Plant.Operator, options.Pace, options.Seed);
        _truth = options.Truth is null ? null : TruthFile.Open(options.Truth);
        _panel = new PanelView(Path.Combine(options.State, "panel"));
        _socket = Path.Combine(options.State, "wire");
        _daemon = Start();
        _ = plant.Boot();
        plant.Event("boot");
        _host = new PseudoTerminal(options.Pty);
    }

    internal void Run(CancellationToken end)
    {
        long dueMs = _nowNs() + MillisecondNs;
        while (!end.IsCancellationRequested)
        {
            long now = _nowNs();
            if (now >= dueMs)
            {
                Millisecond();
                // Late ones are made up for: the plant's time is the clock's.
                dueMs += MillisecondNs;
                continue;
            }

            _lines.Look();
            _host.Wait(Math.Clamp(dueMs - now, 1, _lines.Powered ? LinePlant.LookNs : MillisecondNs));
            Carry();
        }
    }

    public void Dispose()
    {
        if (!_daemon.HasExited)
        {
            _daemon.Kill();
            _daemon.WaitForExit();
        }

        _device?.Dispose();
        _host.Dispose();
        _lines.Dispose();
        _chip.Dispose();
        _panel.Dispose();
        _truth?.Dispose();
    }

    private void Millisecond()
    {
        _lines.Look();
        Plant plant = _lines.Plant;
        ((IActuators)plant).Lamp(_panel.Armed, _panel.Zone, _panel.MustRelease);
        if (_panel.Shot != _shot)
        {
            _shot = _panel.Shot;
            plant.TraceShot(_shot);
        }

        bool asks = plant.Ms > CartridgeWaitMs && _panel.AsksForCartridge;
        _operator.Step(plant, new DeviceDisplay(_panel.TriggerMode, asks));
        _lines.Step();
        if (plant.Lines.Due is { IsEmpty: false } due)
        {
            _truth?.Append(due.Span);
            plant.Lines.Taken();
        }

        if (_daemon.HasExited)
        {
            throw new SimulatorInputException($"mesopen-gpio has ended with {_daemon.ExitCode}.");
        }
    }

    /// <summary>Bytes go both ways, as soon as the daemon listens.</summary>
    private void Carry()
    {
        int heard = _host.Read(_bytes);
        _ = _host.TakeChange();
        if (heard > 0)
        {
            if (_tap.Hear(_bytes.AsSpan(0, heard), out bool stop))
            {
                _lines.Plant.Lines.LastFrameMs = _lines.Plant.Ms;
                if (stop)
                {
                    _lines.Plant.Event("stop_received");
                }
            }

            _ = Device()?.Send(_bytes.AsSpan(0, heard));
        }

        if (Device() is { Available: > 0 } device)
        {
            _host.Write(_bytes.AsSpan(0, device.Receive(_bytes)));
        }
    }

    private Socket? Device()
    {
        if (_device is null && File.Exists(_socket))
        {
            var device = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                device.Connect(new UnixDomainSocketEndPoint(_socket));
                _device = device;
            }
            catch (SocketException)
            {
                // It does not listen yet.
                device.Dispose();
            }
        }

        return _device;
    }

    private string CopyBoard()
    {
        string copy = Path.Combine(_options.State, "board.yaml");
        File.WriteAllLines(copy, File.ReadLines(_options.BoardFile)
            .Select(line => line.StartsWith("profile:", StringComparison.Ordinal) ? $"profile: {Path.GetFullPath(_options.ProfilePath)}" : line));
        return copy;
    }

    private Process Start()
    {
        ProcessStartInfo start = new(
            _options.Daemon,
            [
                "--board", _boardCopy, "--socket", _socket, "--state", _options.State, "--serial", _options.Serial, "--calibration-due", _options.Due,
                "--panel", Path.Combine(_options.State, "panel"),
            ]);
        start.RedirectStandardOutput = true;
        Process daemon = Process.Start(start)!;
        daemon.OutputDataReceived += (_, _) => { };
        daemon.BeginOutputReadLine();
        return daemon;
    }
}
