using MesoPen.Host.Loop;
using Microsoft.Extensions.Hosting;

namespace MesoPen.Host.Control;

/// <summary>The hosted service that drives the device: runs the event loop on a thread of its own until the treatment ended.</summary>
internal sealed class TreatmentWorker(EventLoop loop, Action begin, IHostApplicationLifetime lifetime, CancellationToken ended) : BackgroundService
{
    /// <summary>The defect that ended the control path; null if none did.</summary>
    public Exception? Defect { get; private set; }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Factory.StartNew(
        () =>
        {
            try
            {
                using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, ended);
                loop.Post(begin);
                loop.Run(either.Token);
            }
            catch (Exception defect)
            {
                Defect = defect;
            }
            finally
            {
                lifetime.StopApplication();
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
