using System.Diagnostics;
using MesoPen.Host.Connection;
using MesoPen.Host.Links;
using MesoPen.Protocol;

namespace MesoPen.Benchmarks;

/// <summary>
/// A status request and its answer, by the whole of the host's way: connection, event loop, serial link, pseudo-terminal and back; beside the
/// raw echo of as many bytes. Blocks of both take turns, so that whatever else the machine does meets both.
/// </summary>
internal static class RoundTrips
{
    private const int RequestBytes = 14;
    private const int ReplyBytes = RequestBytes + StatusReply.Size;
    private const int Blocks = 20;

    // A machine that stalls for a second makes a slow exchange, and not a lost device.
    private static readonly ConnectionOptions Patient = new() { AttemptTimeout = TimeSpan.FromSeconds(5), SilenceLimit = TimeSpan.FromSeconds(10) };

    public static (Percentiles Host, Percentiles Raw, long HostBytes) Measure(int exchanges)
    {
        using TerminalPair line = new();
        AnsweringDevice device = new(line);
        using RawEcho echo = new(RequestBytes, ReplyBytes);
        List<long> host = new(exchanges);
        List<long> raw = new(exchanges);
        long bytes = 0;
        using (HostLoop loop = new())
        {
            using ConnectedWaiter waiter = new();
            using DeviceConnection connection = new(
                loop.Loop, () => DeviceAddress.Parse(line.Path, 115_200).NewLink(), waiter, new ExpectedDevice("gun-5"), new Random(1), Patient);
            loop.Do(connection.Start);
            waiter.Wait();
            int block = Math.Max(1, exchanges / Blocks);
            loop.Do(() => ExchangeAsync(connection, block, []));
            echo.Exchange(block, []);
            while (raw.Count < exchanges)
            {
                long before = GC.GetTotalAllocatedBytes(precise: true);
                loop.Do(() => ExchangeAsync(connection, block, host));
                bytes += GC.GetTotalAllocatedBytes(precise: true) - before;
                echo.Exchange(block, raw);
            }

            loop.Do(connection.Stop);
        }

        line.CloseHostEnd();
        device.Join();
        return (new Percentiles(host), new Percentiles(raw), bytes / host.Count);
    }

    private static async Task ExchangeAsync(DeviceConnection connection, int times, List<long> durations)
    {
        for (int i = 0; i < times; i++)
        {
            long begun = Stopwatch.GetTimestamp();
            await connection.RequestAsync(default(StatusRequest));
            durations.Add(Stopwatch.GetTimestamp() - begun);
        }
    }
}
