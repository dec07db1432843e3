using MesoPen.Host.Connection;
using MesoPen.Host.Links;
using MesoPen.Host.Loop;
using MesoPen.Protocol;

namespace MesoPen.Tests.Host.Connection;

public sealed class DeviceConnectionUseTests
{
    [Fact]
    public void Reply_whatever_its_result_and_events_reach_the_user()
    {
        // Aim: other bodies than the status, shots and faults; a fault's status is told before it.
        using ConnectionBench bench = new();
        bench.Connect();
        bench.Virtual.Run(async () =>
        {
            JournalReadReply journal = await bench.Connection.RequestAsync<JournalReadRequest, JournalReadReply>(new JournalReadRequest(1, 7));
            Assert.Equal(7u, journal.Entries[0].Shot);
        });
        bench.Device.SayShot(41);
        bench.Device.SayFault(DeviceFault.Occlusion);
        bench.RunMs(2);
        Assert.Equal(["connected MP-0007 boot b0070001", "shot 41", "fault Occlusion"], bench.Log.Lines);
        Assert.Equal(DeviceFault.Occlusion, bench.Log.Statuses[^1].Status.Fault);
    }

    [Fact]
    public void Request_that_the_device_does_not_know_fails_and_the_link_stays()
    {
        // Aim: an older firmware answers with the prefix alone; that is no lost link.
        using ConnectionBench bench = new();
        bench.Connect();
        bench.Virtual.Run(async () =>
        {
            RequestFailedException failure = await Assert.ThrowsAsync<RequestFailedException>(
                () => bench.Connection.RequestAsync(new CalibrationMoveRequest { Id = 1 }));
            Assert.Equal("The device does not know the request CalibrationMove: update its firmware.", failure.Message);
            Assert.True(bench.Connection.IsConnected);
        });
    }

    [Fact]
    public void Request_given_up_by_its_user_leaves_the_link_and_ignores_the_late_answer()
    {
        // Aim: cancelling is the caller's affair and no sign of a lost device.
        using ConnectionBench bench = new();
        bench.Connect();
        bench.Line.Delay = TimeSpan.FromMilliseconds(100);
        bench.Virtual.Run(async () =>
        {
            using CancellationTokenSource cancel = new(TimeSpan.FromMilliseconds(50), bench.Virtual.Loop);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Connection.RequestAsync(new RetractRequest(), cancel.Token));
        });
        bench.RunMs(2000);
        Assert.True(bench.Connection.IsConnected);
        Assert.Equal(1, bench.Line.Openings);
    }

    [Fact]
    public void Many_requests_at_once_each_get_their_own_answer()
    {
        // Aim: answers in another order than the requests find who waits for them.
        using ConnectionBench bench = new();
        bench.Connect();
        Random chance = new(3);
        bench.Line.Weather = (_, toDevice) => toDevice ? [TimeSpan.FromMilliseconds(1)] : [TimeSpan.FromMilliseconds(1 + chance.Next(100))];
        bench.Virtual.Run(async () =>
        {
            Task<StatusReply>[] statuses = [.. Enumerable.Range(0, 20).Select(_ => bench.Connection.RequestAsync(new StatusRequest()))];
            Task<JournalReadReply> journal = bench.Connection.RequestAsync<JournalReadRequest, JournalReadReply>(new JournalReadRequest(1, 7));
            await Task.WhenAll(statuses);
            Assert.Equal(1, (await journal).Entries.Count);
        });
        Assert.True(bench.Connection.IsConnected);
    }

    [Fact]
    [Trait("Requirement", "SR-065")]
    public void Stop_is_sent_before_the_device_is_identified_and_nothing_else_is()
    {
        // Aim: the one request that waits for nothing goes out as soon as the line is open.
        using ConnectionBench bench = new();
        bench.Device.Answers = false;
        bench.Start();
        bench.RunMs(10);
        bool stop = false;
        bool renew = true;
        bench.Virtual.Loop.PostUrgent(() =>
        {
            stop = bench.Connection.SendNow(new StopRequest(), urgent: true);
            renew = bench.Connection.SendNow(new PermitRenewRequest(1, 1), urgent: false);
        });
        bench.RunMs(2);
        Assert.True(stop);
        Assert.False(renew);
        Assert.Equal(MessageType.Stop, bench.Device.Heard[^1].Type);
    }

    [Fact]
    public void Without_a_device_requests_fail_at_once()
    {
        // Aim: no request waits for a device that may come.
        using ConnectionBench bench = new();
        bench.Line.Absent = "Nothing is there.";
        bench.Start();
        bench.Virtual.Run(async () =>
        {
            await Assert.ThrowsAsync<RequestFailedException>(() => bench.Connection.RequestAsync(new RetractRequest()));
            Assert.False(bench.Connection.SendNow(new StopRequest(), urgent: true));
            Assert.Equal(0u, bench.Connection.SeenDeviceMs);
            Assert.Null(bench.Connection.Facts);
        });
    }

    [Fact]
    public void Closed_connection_fails_what_waits_and_tells_nothing_more()
    {
        // Aim: after Stop there is no link, no timer and no callback.
        using ConnectionBench bench = new();
        bench.Connect();
        bench.Device.Ignores.Add(MessageType.Retract);
        bench.Virtual.Run(async () =>
        {
            Task<StatusReply> waiting = bench.Connection.RequestAsync(new RetractRequest());
            bench.Connection.Stop();
            await Assert.ThrowsAsync<RequestFailedException>(() => waiting);
        });
        int told = bench.Log.Lines.Count;
        bench.Device.SayShot(1);
        bench.RunMs(60_000);
        Assert.Equal(told, bench.Log.Lines.Count);
        Assert.Null(bench.Virtual.Loop.NextDueTimestamp);
        Assert.Equal(1, bench.Line.Openings);
    }

    [Fact]
    public void Closed_in_the_middle_of_a_wait_or_an_identification_it_ends()
    {
        // Aim: there is no state in which Stop leaves something running.
        foreach (double ms in (double[])[0, 1.5, 3.5, 9.5])
        {
            using ConnectionBench bench = new();
            bench.Start();
            bench.RunMs(ms);
            bench.Virtual.Loop.Post(bench.Connection.Stop);
            bench.RunMs(60_000);
            Assert.Empty(bench.Log.Facts);
            Assert.Null(bench.Virtual.Loop.NextDueTimestamp);
            Assert.InRange(bench.Line.Openings, 0, 1);
        }
    }

    [Fact]
    public void Exception_of_the_user_ends_the_loop()
    {
        // Aim: a failed assertion in a callback must not vanish in a task.
        using ConnectionBench bench = new();
        bench.Log.OnConnected = _ => throw new InvalidOperationException("planted");
        bench.Start();
        Assert.Equal("planted", Assert.Throws<InvalidOperationException>(() => bench.RunMs(1000)).Message);
    }

    [Fact]
    public void Call_from_another_thread_throws()
    {
        // Aim: the control path is one thread.
        using ConnectionBench bench = new();
        bench.Connect();
        Exception?[] failures = new Exception?[2];
        Thread thread = new(() =>
        {
            failures[0] = Record.Exception(() => bench.Connection.SendNow(new StopRequest(), urgent: true));
            failures[1] = Record.Exception(() => { _ = bench.Connection.RequestAsync(new RetractRequest()); });
        });
        thread.Start();
        thread.Join();
        Assert.All(failures, failure => Assert.IsType<InvalidOperationException>(failure));
    }

    [Fact]
    public void Renewals_and_statuses_allocate_nothing()
    {
        // Aim: the steady path of a treatment leaves no garbage, so that no collection falls into it.
        VirtualEcho echo = new();
        echo.Connect();
        echo.Renew(100);
        long before = GC.GetAllocatedBytesForCurrentThread();
        echo.Renew(1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(echo.StatusesSeen >= 1100);
    }

    [Fact]
    public void In_the_field_everything_stays_on_the_loops_thread()
    {
        // Aim: real clock, a real thread, a line that loses frames, resets and cuts: no callback or continuation elsewhere.
        EventLoop loop = new(TimeProvider.System);
        FakeDevice device = new();
        MemoryLine line = new(loop, device);
        EventLog log = new(loop.AssertOnLoop);
        ConnectionOptions fast = new()
        {
            AttemptTimeout = TimeSpan.FromMilliseconds(10),
            SilenceLimit = TimeSpan.FromMilliseconds(60),
            StatusInterval = TimeSpan.FromMilliseconds(10),
            FirstBackoff = TimeSpan.FromMilliseconds(1),
            LongestBackoff = TimeSpan.FromMilliseconds(5),
            SettledAfter = TimeSpan.Zero,
        };
        using DeviceConnection connection = new(loop, line.NewLink, log, new ExpectedDevice(), new Random(5), fast);
        using CancellationTokenSource done = new();
        Random chance = new(6);
        line.Weather = (_, _) => chance.Next(6) == 0 ? [] : [TimeSpan.FromMilliseconds(chance.NextDouble())];
        int requests = 0;
        async Task UseAsync()
        {
            while (log.Facts.Count < 12)
            {
                try
                {
                    await connection.RequestAsync(new RetractRequest());
                    loop.AssertOnLoop();
                    requests++;
                    if (requests % 10 == 0)
                    {
                        device.BootId++;
                    }
                    else if (requests % 10 == 5)
                    {
                        line.Cut("cut");
                    }
                }
                catch (RequestFailedException)
                {
                    loop.AssertOnLoop();
                    await Task.Delay(TimeSpan.FromMilliseconds(1), loop);
                }
            }

            connection.Stop();
        }

        Task? use = null;
        loop.Post(() =>
        {
            connection.Start();
            use = UseAsync();
            use.ContinueWith(_ => done.Cancel(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        });
        loop.Run(done.Token);
        Assert.Null(use!.Exception);
        Assert.True(log.Facts.Count >= 12);
        Assert.True(requests > 20, $"{requests} requests");
    }

    /// <summary>A connection over a link that answers inside <see cref="IDeviceLink.Send"/> without allocating, and a user that allocates nothing.</summary>
    private sealed class VirtualEcho : IConnectionEvents, IDeviceLink
    {
        private readonly Time.VirtualLoop _virtual = new();
        private readonly DeviceConnection _connection;
        private readonly FakeDevice _device = new();
        private readonly FrameReader _reader = new();
        private readonly byte[] _answer = new byte[FrameWriter.FrameMax];
        private readonly Action _renew;
        private ILinkEvents? _events;
        private uint _ms;

        public VirtualEcho()
        {
            _device.Say = bytes => _events!.Received(bytes);
            _connection = new DeviceConnection(_virtual.Loop, () => this, this, new ExpectedDevice(), new Random(1));
            _renew = () => _connection.SendNow(new PermitRenewRequest(1, _connection.SeenDeviceMs), urgent: false);
        }

        public string Name => "echo";

        public int StatusesSeen { get; private set; }

        public void Connect()
        {
            _virtual.Loop.Post(_connection.Start);
            Assert.True(_virtual.RunUntil(() => _connection.IsConnected, TimeSpan.FromSeconds(1)));
        }

        public void Renew(int times)
        {
            for (int i = 0; i < times; i++)
            {
                _virtual.Loop.Post(_renew);
                _virtual.Loop.RunReady();
                _virtual.Clock.Advance(TimeSpan.FromMilliseconds(i % 2 == 0 ? 80 : 120));
            }
        }

        public void Open(ILinkEvents events)
        {
            _events = events;
            events.Opened();
        }

        public void Send(ReadOnlySpan<byte> frame, bool urgent)
        {
            ReadOnlySpan<byte> rest = frame;
            if (!_reader.TryRead(ref rest, out Frame request))
            {
                return;
            }

            if (!_connection.IsConnected)
            {
                _device.Hear(frame);
                return;
            }

            FrameHeader header = new(1, request.Header.Type.Reply(), request.Header.Seq, _device.BootId);
            StatusReply reply = new(new ReplyPrefix(Result.Ok, ++_ms, 0), default);
            _events!.Received(_answer.AsSpan(0, FrameWriter.Write(_answer, header, reply)));
        }

        public void Dispose()
        {
        }

        public void Connected(DeviceFacts facts)
        {
        }

        public void Refused(ConnectionRefusal refusal)
        {
        }

        public void LinkLost(string reason) => Assert.Fail(reason);

        public void Waiting(string reason, TimeSpan pause)
        {
        }

        public void StatusSeen(DeviceStatus status, uint deviceMs) => StatusesSeen++;

        public void ShotSeen(ShotEvent shot)
        {
        }

        public void FaultSeen(FaultEvent fault)
        {
        }

        public void BootChanged()
        {
        }
    }
}
