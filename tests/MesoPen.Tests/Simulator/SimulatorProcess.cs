using System.Diagnostics;
using System.Globalization;

namespace MesoPen.Tests.Simulator;

/// <summary>A <c>mesopen-sim</c> of its own process, killed at the end if it still runs.</summary>
internal sealed class SimulatorProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private SimulatorProcess(Process process) => _process = process;

    /// <summary>Where it can be connected to.</summary>
    internal string Ready { get; private set; } = "";

    /// <summary>Starts it and waits until it can be connected to.</summary>
    internal static async Task<SimulatorProcess> Start(params string[] arguments)
    {
        SimulatorProcess simulator = new(Launch(arguments));
        string? line = await simulator._process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        Assert.StartsWith("ready ", line, StringComparison.Ordinal);
        simulator.Ready = line!["ready ".Length..];
        return simulator;
    }

    /// <summary>The next line that it prints.</summary>
    internal async Task<string> LineAsync() => await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? "";

    /// <summary>Runs it to its end.</summary>
    internal static async Task<(int ExitCode, string Error)> Run(params string[] arguments)
    {
        using SimulatorProcess simulator = new(Launch(arguments));
        string error = await simulator._process.StandardError.ReadToEndAsync().WaitAsync(Patience);
        return (await simulator.ExitCode(), error);
    }

    /// <summary>Ends it as a person or a service would.</summary>
    internal async Task<int> Terminate(string signal = "TERM")
    {
        using Process kill = Process.Start("kill", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync().WaitAsync(Patience);
        return await ExitCode();
    }

    /// <summary>Ends it without a chance to say goodbye.</summary>
    internal async Task Kill()
    {
        _process.Kill();
        _ = await ExitCode();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static Process Launch(string[] arguments)
    {
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, "mesopen-sim"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private async Task<int> ExitCode()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }
}
