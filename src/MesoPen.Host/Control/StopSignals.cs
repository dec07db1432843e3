using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace MesoPen.Host.Control;

/// <summary>
/// Lifetime of a treatment's host: Ctrl-C, a closed terminal and a request to terminate are a stop for the device, not for the process; the process ends when
/// the device stands still. Ctrl-C a second time ends the process at once; the device then stops by its lease.
/// </summary>
internal sealed class StopSignals(Action stop) : IHostLifetime, IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];
    private int _seen;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (PosixSignal signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP })
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, OnSignal));
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void OnSignal(PosixSignalContext context)
    {
        stop();
        context.Cancel = context.Signal != PosixSignal.SIGINT || Interlocked.Increment(ref _seen) == 1;
    }
}
