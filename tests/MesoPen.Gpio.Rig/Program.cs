using System.Runtime.InteropServices;
using MesoPen.Gpio;
using MesoPen.Gpio.Rig;
using MesoPen.Simulator;

using var end = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    end.Cancel();
}

using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    RigOptions options = RigOptions.Parse(args);
    using var rig = new LineRig(options, TimeProvider.System);
    Console.WriteLine($"ready {options.Pty}");
    rig.Run(end.Token);
    return 0;
}
catch (Exception e) when (e is SimulatorInputException or ProfileException or BoardException)
{
    Console.Error.WriteLine($"mesopen-lines: {e.Message}");
    return 2;
}
