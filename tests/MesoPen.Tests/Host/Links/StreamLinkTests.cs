namespace MesoPen.Tests.Host.Links;

public sealed class StreamLinkTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    [Trait("Requirement", "SR-061")]
    public void Urgent_frames_overtake_what_waits_but_not_the_frame_under_way()
    {
        // Aim: the order on the wire, with the writer held in the middle of a frame.
        using LinkRecorder told = new();
        using GatedLink link = Open(told);
        link.Let(1);
        Assert.Equal([0], Next(link));
        link.Send([1], urgent: false);
        link.Send([2], urgent: false);
        HoldInWrite(link);
        link.Send([3], urgent: false);
        link.Send([101], urgent: true);
        link.Send([102], urgent: true);
        link.Let(10);
        byte[] order = [.. Enumerable.Range(0, 5).Select(_ => Assert.Single(Next(link)))];
        Assert.Equal(1, order[0]);
        Assert.Equal([101, 102], order.Where(f => f > 100));
        Assert.True(Array.IndexOf(order, (byte)101) <= 1, Convert.ToHexString(order));
        Assert.Equal([1, 2, 3], order.Where(f => f < 100));
    }

    [Fact]
    [Trait("Requirement", "SR-061")]
    public void Urgent_frame_does_not_wait_for_room_below()
    {
        // Aim: while the driver still holds earlier frames, others wait above it, and a stop goes in front of them.
        using LinkRecorder told = new();
        using GatedLink link = Open(told);
        link.Let(10);
        Assert.Equal([0], Next(link));
        link.Room = false;
        link.Send([1], urgent: false);
        link.Send([101], urgent: true);
        Assert.Equal([101], Next(link));
        link.Room = true;
        Assert.Equal([1], Next(link));
    }

    [Fact]
    public void Driver_that_never_has_room_is_a_lost_link()
    {
        // Aim: bytes that stay in the driver for a second are bytes that nobody takes.
        using LinkRecorder told = new();
        using GatedLink link = Open(told);
        link.Let(10);
        link.Room = false;
        link.Send([1], urgent: false);
        Assert.Equal("lost: gated has taken no byte for 1 s: check the cable and that the device is on.", told.Next());
    }

    [Fact]
    public void Write_that_does_not_end_is_noticed_by_the_watch()
    {
        // Aim: a driver that ignores the write's own timeout.
        using LinkRecorder told = new();
        using GatedLink link = Open(told);
        Assert.Equal("lost: gated has taken no byte for 1 s: check the cable and that the device is on.", told.Next());
        link.Let(1);
        Assert.True(link.Closed.Wait(Patience));
    }

    [Fact]
    public void Write_that_times_out_is_a_lost_link()
    {
        // Aim: a driver that keeps to it.
        using LinkRecorder told = new();
        using GatedLink link = Open(told, TimeSpan.FromMilliseconds(1));
        Assert.Equal("lost: gated has taken no byte for 1 s: check the cable and that the device is on.", told.Next());
        Assert.True(link.Closed.Wait(Patience));
    }

    [Fact]
    public void Absence_seen_by_the_watch_is_a_lost_link_and_closes_the_stream()
    {
        // Aim: the device node is gone, and neither reading nor writing said so.
        using LinkRecorder told = new();
        using GatedLink link = Open(told);
        link.Let(1);
        link.Absence = "It is gone.";
        Assert.Equal("lost: It is gone.", told.Next());
        Assert.True(link.Closed.Wait(Patience));
        link.Say(1);
        Assert.False(told.HasMore);
    }

    [Fact]
    public void Disposed_link_tells_nothing_and_closes_after_the_urgent_frames()
    {
        // Aim: what waits is dropped, what is urgent is written, and nobody is called any more.
        using LinkRecorder told = new();
        using GatedLink link = Open(told);
        link.Let(1);
        Assert.Equal([0], Next(link));
        link.Send([1], urgent: false);
        HoldInWrite(link);
        link.Send([2], urgent: false);
        link.Send([101], urgent: true);
        link.Dispose();
        link.Send([102], urgent: true);
        link.Let(10);
        Assert.Equal([1], Next(link));
        Assert.Equal([101], Next(link));
        Assert.True(link.Closed.Wait(Patience));
        Assert.Empty(link.Written);
        Assert.False(told.HasMore);
    }

    [Fact]
    public void Calls_of_many_threads_come_one_at_a_time_and_lost_is_the_last()
    {
        // Aim: reader, watch and sender fail at once, again and again; one reason is told, and nothing after it.
        for (int i = 0; i < 200; i++)
        {
            using LinkRecorder told = new();
            using GatedLink link = Open(told);
            link.Let(1000);
            Thread[] threads =
            [
                new(() => link.Say(1)),
                new(() => link.Say([])),
                new(() =>
                {
                    for (int n = 0; n < 200; n++)
                    {
                        link.Send([1], urgent: false);
                    }
                }),
            ];
            Array.ForEach(threads, t => t.Start());
            Assert.StartsWith("lost: ", told.Next(), StringComparison.Ordinal);
            Array.ForEach(threads, t => t.Join());
            Assert.True(link.Closed.Wait(Patience));
            Assert.False(told.HasMore);
            Assert.False(told.Overlapped);
        }
    }

    [Fact]
    public void Sending_and_receiving_allocate_nothing_for_the_sender()
    {
        // Aim: the loop's side of a link makes no garbage.
        using LinkRecorder told = new();
        using GatedLink link = Open(told);
        byte[] frame = new byte[64];
        link.Send(frame, urgent: false);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++)
        {
            link.Send(frame, urgent: false);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static GatedLink Open(LinkRecorder told, TimeSpan? writeLimit = null)
    {
        GatedLink link = new() { WriteLimit = writeLimit ?? Patience };
        link.Open(told);
        Assert.Equal("opened", told.Next());
        return link;
    }

    private static byte[] Next(GatedLink link)
    {
        Assert.True(link.Written.TryTake(out byte[]? frame, Patience), "Nothing was written.");
        return frame;
    }

    /// <summary>Waits until the writer holds a frame: then nothing is taken from the queues any more.</summary>
    private static void HoldInWrite(GatedLink link) => Assert.True(SpinWait.SpinUntil(() => link.IsWriting, Patience));
}
