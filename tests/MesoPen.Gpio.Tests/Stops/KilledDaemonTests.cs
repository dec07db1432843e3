using System.Diagnostics;
using MesoPen.Gpio.Tests.Boards;
using MesoPen.Gpio.Tests.Chips;

namespace MesoPen.Gpio.Tests.Stops;

/// <summary>The daemon as a process, killed while its drives move.</summary>
[Trait("Needs", "chip")]
public sealed class KilledDaemonTests : IDisposable
{
    private const int Instants = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly BoardText _text = new();
    private readonly string _state = Directory.CreateTempSubdirectory("mesopen-killed-").FullName;

    public void Dispose()
    {
        _text.Dispose();
        Directory.Delete(_state, recursive: true);
    }

    [Fact]
    public void Killed_daemon_leaves_no_power_on()
    {
        // Aim: SIGKILL at random instants (seed 11) while the needle's drive looks for home: the drives' power is off at once,
        // and the next daemon can have the lines.
        Board board = _text.Open();
        using var chip = new SimulatedChip("pinctrl-bcm2711", 28);
        bool Enabled() => chip.Value(board.Lines[LineRole.Enable].Pin);
        chip.Pull(board.Lines[LineRole.NeedleHome].Pin, up: true);
        chip.Pull(board.Lines[LineRole.Stop].Pin, up: false);
        chip.Pull(board.Lines[LineRole.Trigger].Pin, up: true);
        var random = new Random(11);
        for (int i = 0; i < Instants; i++)
        {
            Assert.False(Enabled());
            using Process daemon = Process.Start(
                Path.Combine(AppContext.BaseDirectory, "mesopen-gpio"), ["--board", _text.File, "--socket", Path.Combine(_state, "wire"), "--state", _state]);
            Until(() => Enabled() || daemon.HasExited);
            Assert.False(daemon.HasExited);
            Posix.WaitReadable(-1, random.Next(0, 100_000_000));
            Assert.True(Enabled());
            daemon.Kill();
            daemon.WaitForExit();
            Assert.False(Enabled());
        }
    }

    private static void Until(Func<bool> seen)
    {
        long from = TimeProvider.System.GetTimestamp();
        while (!seen())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(from) < Patience, "It did not come about.");
            Posix.WaitReadable(-1, 500_000);
        }
    }
}
