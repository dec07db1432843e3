using System.Text.Json;
using MesoPen.Host.Connection;
using MesoPen.Protocol;
using MesoPen.Tests.Simulator;
using MesoPen.Tests.Time;

namespace MesoPen.Tests.Host.Connection;

/// <summary>
/// Retries are safe: against the real firmware, whatever is lost, doubled, late or overtaken, what was asked for once is done once. Judged by
/// what the simulated machine did, not by what anybody said.
/// </summary>
public sealed class ActOnceTests
{
    private const uint PrimeNl = 60_000;
    private const uint DoseNl = 20_000;
    private const int ShotsEach = 6;

    [Fact]
    [Trait("Requirement", "SR-002")]
    public void Requests_lost_doubled_and_delayed_at_random_never_make_the_device_act_twice()
    {
        // Aim: self-test, prime, and two permits of six shots each, over bad lines, for seeds printed on failure.
        int doubled = 0;
        for (int seed = 1; seed <= 20; seed++)
        {
            using Run run = new(seed);
            run.Line.LostPermille = 60 + (seed * 5);
            run.Line.DoubledPermille = 250;
            run.Line.LatePermille = 60;
            run.Treat();
            doubled += run.Line.FramesDoubled;
            Assert.True(run.PrimedNl is > (long)(PrimeNl * 0.98) and < (long)(PrimeNl * 1.02), $"seed {seed}: primed {run.PrimedNl} nL");
            Assert.True(run.Shots.Count <= 2 * ShotsEach, $"seed {seed}: {run.Shots.Count} shots");
            Assert.True(run.Shots.Distinct().Count() == run.Shots.Count, $"seed {seed}: a shot twice");
            Assert.True(run.ShotNl <= (long)(2 * ShotsEach * DoseNl * 1.02), $"seed {seed}: {run.ShotNl} nL");
            Assert.True(run.Shots.Count == 2 * ShotsEach, $"seed {seed}: only {run.Shots.Count} shots\n{string.Join('\n', run.Log.Lines)}");
        }

        Assert.True(doubled > 500, $"{doubled} frames doubled");
    }

    [Fact]
    public void Judge_sees_a_request_whose_second_arrival_acts_twice()
    {
        // Aim: the test above can fail. Planted: a copy on the line that bears a new id, as a retry without an id that the device knows would.
        using Run run = new(seed: 3);
        run.Line.DoubledPermille = 1000;
        run.Line.LateMs = 2000;
        run.Line.Copy = static frame =>
        {
            ReadOnlySpan<byte> rest = frame;
            if (new FrameReader().TryRead(ref rest, out Frame read)
                && read.Header.Type == MessageType.Prime && PrimeRequest.TryRead(read.Payload, out PrimeRequest prime, out _))
            {
                byte[] changed = new byte[FrameWriter.FrameMax];
                return changed[..FrameWriter.Write(changed, read.Header, prime with { Id = prime.Id + 7 })];
            }

            return frame;
        };
        run.Prepare();
        run.Virtual.RunFor(TimeSpan.FromSeconds(5));
        Assert.True(run.PrimedNl > PrimeNl * 1.5, $"primed {run.PrimedNl} nL");
    }

    /// <summary>A host that does the least there is to do, and does it until it is done.</summary>
    private sealed class Run : IDisposable
    {
        private uint _id;
        private uint _permit;

        public Run(int seed)
        {
            Line = new GunLine(Virtual, seed);
            Log = new EventLog(Virtual.Loop.AssertOnLoop);
            Connection = new DeviceConnection(Virtual.Loop, Line.NewLink, Log, new ExpectedDevice(), new Random(seed));
        }

        public VirtualLoop Virtual { get; } = new();

        public GunLine Line { get; }

        public EventLog Log { get; }

        public DeviceConnection Connection { get; }

        public long PrimedNl => Line.Truth.Where(l => l.Has("prime_nl")).Sum(l => l.Number("prime_nl") + l.Number("air_nl"));

        public List<long> Shots => [.. Strokes.Select(s => s.Number("shot"))];

        public long ShotNl => Strokes.Sum(s => s.Number("volume_nl"));

        private IEnumerable<JsonElement> Strokes => Line.Truth.Where(l => l.Has("stroke") && l.Number("volume_nl") > 0);

        public void Prepare() => Virtual.Run(PrepareAsync, TimeSpan.FromMinutes(5));

        public void Treat() => Virtual.Run(
            async () =>
            {
                await PrepareAsync();
                await ShootAsync();
                await ShootAsync();
            },
            TimeSpan.FromMinutes(10));

        public void Dispose()
        {
            Virtual.Loop.Post(Connection.Stop);
            Virtual.Loop.RunReady();
            Connection.Dispose();
            Line.Dispose();
        }

        private async Task PrepareAsync()
        {
            Connection.Start();
            uint test = ++_id;
            await UntilAsync(s => s.Flags.HasFlag(DeviceFlags.SelfTestPassed) && s.State == DeviceState.Idle, new SelfTestRequest(test), s => s.LastId >= test);
            uint prime = ++_id;
            await UntilAsync(
                s => s.Flags.HasFlag(DeviceFlags.Primed) && s.State == DeviceState.Idle, new PrimeRequest(prime, PrimePurpose.Prime, PrimeNl), s => s.LastId >= prime);
            await UntilAsync(s => s.TriggerMode == TriggerMode.Continuous, new TriggerModeRequest(TriggerMode.Continuous), static _ => false);
        }

        /// <summary>Grants absolutes, renews, and grants the very same absolutes again (with a new id) when the permit lapsed under the weather.</summary>
        private async Task ShootAsync()
        {
            DeviceStatus begin = await StatusAsync();
            uint shotLimit = begin.ShotCounter + ShotsEach;
            ulong volumeLimitNl = begin.VolumeCounterNl + (ShotsEach * DoseNl * 101 / 100);
            for (DeviceStatus now = begin; now.ShotCounter < shotLimit || now.State == DeviceState.Delivering; now = await StatusAsync())
            {
                if (now.PermitId == 0 && now.ShotCounter < shotLimit)
                {
                    _permit = Math.Max(_permit, now.PermitIdSeen) + 1;
                    await TryAsync(new PermitGrantRequest(
                        _permit, 3, TriggerMode.Continuous, 1500, DoseNl, shotLimit, volumeLimitNl, 112, 250, Connection.SeenDeviceMs));
                }
                else
                {
                    Connection.SendNow(new PermitRenewRequest(_permit, Connection.SeenDeviceMs), urgent: false);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(40), Virtual.Loop);
            }

            await TryAsync(new PermitRevokeRequest(_permit));
        }

        /// <summary>Asks, and asks again with the same id after a failure, until the device says that it is so.</summary>
        private async Task UntilAsync<TRequest>(Func<DeviceStatus, bool> done, TRequest request, Func<DeviceStatus, bool> begun)
            where TRequest : struct, IMessage<TRequest>
        {
            for (DeviceStatus status = await StatusAsync(); !done(status); status = await StatusAsync())
            {
                if (!begun(status))
                {
                    await TryAsync(request);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50), Virtual.Loop);
            }
        }

        private async Task<DeviceStatus> StatusAsync()
        {
            while (true)
            {
                if (await TryAsync(new StatusRequest()) is { } reply)
                {
                    return reply.Status;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50), Virtual.Loop);
            }
        }

        private async Task<StatusReply?> TryAsync<TRequest>(TRequest request)
            where TRequest : struct, IMessage<TRequest>
        {
            try
            {
                return await Connection.RequestAsync(request);
            }
            catch (RequestFailedException)
            {
                return null;
            }
        }
    }
}
