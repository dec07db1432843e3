using System.IO.Ports;
using MesoPen.Host.Links;
using MesoPen.Protocol;
using MesoPen.Tests.Terminals;

namespace MesoPen.Tests.Host.Links;

public sealed class SerialLinkTests : IDisposable
{
    private readonly PseudoTerminal _terminal = new();
    private readonly LinkRecorder _told = new();

    public void Dispose()
    {
        _terminal.Dispose();
        _told.Dispose();
    }

    [Fact]
    public void Opened_line_is_resynchronised_once_and_carries_bytes_both_ways()
    {
        // Aim: one zero, then frames as they are; and what the device says arrives as it is.
        using IDeviceLink link = Open();
        link.Send([1, 2, 0], urgent: false);
        link.Send([3, 4, 5, 0], urgent: false);
        Assert.Equal([0, 1, 2, 0, 3, 4, 5, 0], _terminal.ReadExactly(8));
        _terminal.Write([9, 8, 0, 7]);
        Assert.Equal([9, 8, 0, 7], _told.Bytes(4));
        Assert.Equal(115_200, (int)_terminal.Settings.OutputRate);
    }

    [Fact]
    public void Line_that_takes_nothing_is_lost()
    {
        // Aim: nobody reads the other end; the kernel's buffers fill, then the write stands still, and the link says so.
        using IDeviceLink link = Open();
        using CancellationTokenSource done = new();
        Thread feeder = new(() =>
        {
            while (!done.IsCancellationRequested)
            {
                link.Send(new byte[FrameWriter.FrameMax], urgent: false);
            }
        });
        feeder.Start();
        string lost = _told.Next();
        done.Cancel();
        feeder.Join();
        Assert.True(
            lost.Contains("has taken no byte", StringComparison.Ordinal) || lost.Contains("does not take what is sent", StringComparison.Ordinal), lost);
    }

    [Fact]
    public void Line_that_is_sent_more_than_may_wait_is_lost()
    {
        // Aim: the queue is bounded, and says so at once.
        using IDeviceLink link = Open();
        for (int i = 0; i < 400; i++)
        {
            link.Send(new byte[FrameWriter.FrameMax], urgent: false);
        }

        Assert.Contains("does not take what is sent to it", _told.Next(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pulled_cable_is_told_once_with_a_remedy()
    {
        // Aim: unplugged, whether the reader or the watch on the node sees it first.
        using IDeviceLink link = Open();
        _terminal.HangUp();
        string lost = _told.Next();
        Assert.StartsWith($"lost: {_terminal.LinkPath} is gone: the device was unplugged", lost, StringComparison.Ordinal);
        Assert.Contains("plug it in again", lost, StringComparison.Ordinal);
        link.Send([1, 0], urgent: true);
        Assert.False(_told.HasMore);
        Assert.False(_told.Overlapped);
    }

    [Fact]
    public void Node_that_is_gone_is_told_though_the_port_says_nothing()
    {
        // Aim: the watch alone: the link to the node is renamed away, the port itself stays open and silent.
        using IDeviceLink link = Open();
        File.Move(_terminal.LinkPath, _terminal.LinkPath + ".away");
        Assert.Equal($"lost: {_terminal.LinkPath} is gone: the device was unplugged or switched off; plug it in again.", _told.Next());
    }

    [Fact]
    public void Cable_put_back_can_be_opened_again_at_once_and_again()
    {
        // Aim: fifty cuts; a new link is opened while the old one is still being closed, and never finds the port busy by itself.
        IDeviceLink link = Open();
        for (int i = 0; i < 50; i++)
        {
            if (i % 2 == 0)
            {
                _terminal.HangUp();
                Assert.StartsWith("lost: ", _told.Next(), StringComparison.Ordinal);
                _terminal.Reopen();
            }

            link.Dispose();
            link = new SerialLink(_terminal.LinkPath, _terminal.LinkPath, 115_200, TimeProvider.System);
            link.Open(_told);
            Assert.Equal("opened", _told.Next());
        }

        link.Dispose();
    }

    [Fact]
    public void Urgent_frame_sent_just_before_closing_still_leaves()
    {
        // Aim: a stop and the end of the program come together; the stop is not thrown away.
        for (int i = 0; i < 20; i++)
        {
            IDeviceLink link = Open();
            link.Send([42, 0], urgent: true);
            link.Dispose();
            Assert.Equal([0, 42, 0], _terminal.ReadExactly(3));
        }
    }

    [Fact]
    public void Link_closed_before_it_was_open_leaves_the_port_free()
    {
        // Aim: closing races opening, and the port is never left taken.
        for (int i = 0; i < 50; i++)
        {
            IDeviceLink link = new SerialLink("p", _terminal.LinkPath, 115_200, TimeProvider.System);
            using LinkRecorder told = new();
            link.Open(told);
            link.Dispose();
        }

        Open().Dispose();
    }

    [Fact]
    public void Absent_port_says_what_to_do()
    {
        // Aim: no such file.
        Assert.Equal("lost: /dev/none is not there: plug the device in and switch it on, or see what there is with 'mesopen devices'.", LostAtOpening("/dev/none"));
    }

    [Fact]
    public void Port_in_use_says_by_whom()
    {
        // Aim: another holder is named as /proc names it: here this very process.
        using SerialPort other = new(_terminal.SlavePath, 115_200);
        other.Open();
        string self = File.ReadAllText("/proc/self/comm").Trim();
        Assert.Equal($"lost: {_terminal.LinkPath} is in use by {self} (process {Environment.ProcessId}): close that program.", LostAtOpening(_terminal.LinkPath));
    }

    [Fact]
    public void File_that_is_no_port_says_so()
    {
        // Aim: a regular file and a folder.
        string file = Path.GetTempFileName();
        Assert.Equal($"lost: {file} is not a serial port: name the port that the device is on, see 'mesopen devices'.", LostAtOpening(file));
        File.Delete(file);
        Assert.Contains("is not a serial port", LostAtOpening(Path.GetTempPath()), StringComparison.Ordinal);
    }

    [Fact]
    public void Denial_without_permission_and_without_a_holder_names_the_group()
    {
        // Aim: the sentence for a user who is not in dialout. Root may everything, so the failure is handed in, with a node that even root
        // may not read: an absent one. A file that may be read and that nobody is seen to hold must be held unseen.
        Assert.Equal(
            "No permission to open /dev/none: run 'sudo usermod -aG dialout $USER', then log out and in again.",
            SerialReasons.Explain("/dev/none", "/dev/none", 115_200, new UnauthorizedAccessException(), opening: true));
        string file = Path.GetTempFileName();
        Assert.Contains(
            "is in use by another program",
            SerialReasons.Explain(file, file, 115_200, new UnauthorizedAccessException(), opening: true),
            StringComparison.Ordinal);
        File.Delete(file);
    }

    private IDeviceLink Open()
    {
        IDeviceLink link = new SerialLink(_terminal.LinkPath, _terminal.LinkPath, 115_200, TimeProvider.System);
        link.Open(_told);
        Assert.Equal("opened", _told.Next());
        return link;
    }

    private string LostAtOpening(string path)
    {
        using IDeviceLink link = new SerialLink(path, path, 115_200, TimeProvider.System);
        link.Open(_told);
        return _told.Next();
    }
}
