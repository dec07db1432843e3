using MesoPen.Host.Connection;
using MesoPen.Host.Links;
using MesoPen.Host.Loop;
using Polly;
using Polly.Timeout;

namespace MesoPen.Host.Diagnostics;

/// <summary>
/// Looks at every serial port of this computer, and at addresses named besides, and asks each who is there: hello, identity, capabilities,
/// status. Nothing that a device could act on is sent. A port that is in use is left alone.
/// </summary>
public sealed class DeviceFinder
{
    private readonly SystemView _view;
    private readonly TimeProvider _time;
    private readonly int _baud;
    private readonly ConnectionOptions _options;

    /// <param name="view">The computer.</param>
    /// <param name="time">The clock.</param>
    /// <param name="timeout">How long one address may take; all are asked at once.</param>
    /// <param name="baud">Rate at which ports are asked, Bd.</param>
    public DeviceFinder(SystemView view, TimeProvider time, TimeSpan timeout, int baud = DeviceAddress.DefaultBaud)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(time);
        (_view, _time, _baud) = (view, time, baud);
        _options = new ConnectionOptions { FindTimeout = timeout };
    }

    /// <summary>The ports of this computer, by name, with what can be known without opening them.</summary>
    public IReadOnlyList<CandidatePort> Ports() => new PortScan(_view).Ports();

    /// <summary>Address that this program treats with, which is never opened; null for none.</summary>
    public DeviceAddress? Taken { get; init; }

    /// <summary>Asks all ports of this computer and all <paramref name="more"/> addresses. Never throws for what an address is like.</summary>
    public Task<IReadOnlyList<FoundDevice>> FindAsync(IEnumerable<DeviceAddress> more, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(more);
        return AskAsync([.. Ports().Select(port => (DeviceAddress.Parse(port.Address, _baud), (CandidatePort?)port)), .. more.Select(WithPort)], cancel);
    }

    /// <summary>Asks one address and nothing else. Never throws for what it is like.</summary>
    public async Task<FoundDevice> TestAsync(DeviceAddress address, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        return (await AskAsync([WithPort(address)], cancel))[0];
    }

    private (DeviceAddress Address, CandidatePort? Port) WithPort(DeviceAddress address) =>
        (address, address.Path is null ? null : Ports().FirstOrDefault(port => DeviceAddress.Parse(port.Node, _baud).IsSamePlace(address)));

    private Task<IReadOnlyList<FoundDevice>> AskAsync(List<(DeviceAddress Address, CandidatePort? Port)> places, CancellationToken cancel)
    {
        // The loop has a thread of its own, and the result leaves it: who awaits goes on elsewhere.
        TaskCompletionSource<IReadOnlyList<FoundDevice>> found = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Thread thread = new(() => RunLoop(places, found, cancel)) { IsBackground = true, Name = "mesopen-find" };
        thread.Start();
        return found.Task;
    }

    private void RunLoop(
        List<(DeviceAddress Address, CandidatePort? Port)> places, TaskCompletionSource<IReadOnlyList<FoundDevice>> found, CancellationToken cancel)
    {
        try
        {
            EventLoop loop = new(_time);
            using CancellationTokenSource stop = new();
            using CancellationTokenSource ended = new();
            Task<FoundDevice[]>? all = null;
            loop.Post(() => all = AskAllAsync(loop, places, ended, stop.Token));

            // Whoever gives up does so on another thread; what that lets go of must go on here.
            using (cancel.UnsafeRegister(_ => loop.PostUrgent(stop.Cancel), null))
            {
                loop.Run(ended.Token);
            }

            found.TrySetResult(all!.GetAwaiter().GetResult());
        }
        catch (OperationCanceledException)
        {
            found.TrySetCanceled(cancel);
        }
        catch (Exception failure)
        {
            found.TrySetException(failure);
        }
    }

    private async Task<FoundDevice[]> AskAllAsync(
        EventLoop loop, List<(DeviceAddress Address, CandidatePort? Port)> places, CancellationTokenSource ended, CancellationToken stop)
    {
        try
        {
            ResiliencePipeline request = FindingPipelines.Request(loop, _options);
            ResiliencePipeline find = FindingPipelines.Find(loop, _options);
            return await Task.WhenAll(places.Select(place => AskAsync(loop, request, find, place.Address, place.Port, stop)));
        }
        finally
        {
            ended.Cancel();
        }
    }

    private async Task<FoundDevice> AskAsync(
        EventLoop loop, ResiliencePipeline request, ResiliencePipeline find, DeviceAddress address, CandidatePort? port, CancellationToken cancel)
    {
        if (Taken?.IsSamePlace(address) == true)
        {
            return new FoundDevice(address.Text, port, FoundState.InUse, $"{address} is in use by this station's own treatment: it was left alone.", null);
        }

        if (port?.Problem is { } problem)
        {
            return new FoundDevice(address.Text, port, FoundState.Closed, problem, null);
        }

        DeviceSession session = new(loop, address.NewLink(_time), new UnheardSession(), _options, request, firstSeq: 0);
        try
        {
            DeviceFacts facts = await find.ExecuteAsync(
                async token =>
                {
                    await session.OpenAsync(token);
                    return await new Identification(session, new ExpectedDevice(), null, 0).RunAsync(unchecked((uint)_time.GetTimestamp()), token);
                },
                cancel);
            return new FoundDevice(address.Text, port, FoundState.Usable, null, facts);
        }
        catch (RefusedException refused)
        {
            return new FoundDevice(address.Text, port, FoundState.Refused, refused.Message, null);
        }
        catch (AttemptFailedException failure)
        {
            return new FoundDevice(address.Text, port, failure.Answering ? FoundState.Refused : FoundState.Closed, failure.Message, null);
        }
        catch (Exception failure) when (failure is RequestFailedException or TimeoutRejectedException)
        {
            return session.IsOpen || failure is RequestFailedException
                ? new FoundDevice(address.Text, port, FoundState.Silent, $"{address} opens, and nothing there speaks MesoPen's protocol: check that the device is on.", null)
                : new FoundDevice(address.Text, port, FoundState.Closed, $"{address} did not open in time: check the cable or the network.", null);
        }
        finally
        {
            session.End("Asked.");
        }
    }
}
