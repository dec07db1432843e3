using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using MesoPen.Host.Diagnostics;
using MesoPen.Host.Links;
using MesoPen.Protocol;
using MesoPen.Tests.Host.Connection;
using MesoPen.Tests.Terminals;

namespace MesoPen.Tests.Host.Diagnostics;

public sealed class DeviceFinderTests : IDisposable
{
    private readonly ComputerTree _computer = new();

    private DeviceFinder Finder => new(_computer.View, TimeProvider.System, TimeSpan.FromSeconds(5));

    public void Dispose() => _computer.Dispose();

    [Fact]
    public void Ports_are_listed_with_what_stands_in_their_way()
    {
        // Aim: adapters with their names, suspected ports left out, no permission, and a holder named, all without opening anything.
        string usb = _computer.PlugUsb("ttyUSB0", "FT232R USB UART", "usb-Maker_FT232R-if00-port0", latencyMs: 16);
        string acm = _computer.PlugUsb("ttyACM0", "Pen");
        string onboard = _computer.AddOnboard("ttyAMA0", 32);
        _computer.AddOnboard("ttyS0", 0);
        _computer.Run(321, "ModemManager", "/dev/null", acm);
        _computer.Forbidden.Add(onboard);

        CandidatePort[] ports = [.. Finder.Ports()];
        Assert.Equal([acm, onboard, usb], ports.Select(p => p.Node));
        Assert.Equal($"{acm} is in use by ModemManager (process 321): close that program.", ports[0].Problem);
        Assert.Equal($"No permission to open {onboard}: run 'sudo usermod -aG dialout $USER', then log out and in again.", ports[1].Problem);
        Assert.Null(ports[2].Problem);
        Assert.Equal(("Maker FT232R USB UART", 16), (ports[2].Adapter, ports[2].LatencyTimerMs));
        Assert.Equal(_computer.In("dev/serial/by-id/usb-Maker_FT232R-if00-port0"), ports[2].Address);
        Assert.Null(ports[1].Adapter);
    }

    [Fact]
    public async Task Every_address_is_asked_and_told_apart()
    {
        // Aim: a device, one of another protocol version, a silent line, a held port, an address where nobody listens; all at once, and
        // nothing sent that a device could act on.
        FakeDevice good = new() { Serial = "MP-0042", Kind = DeviceKind.Simulated };
        FakeDevice strange = new() { VersionMin = 4, VersionMax = 5 };
        using TerminalDevice one = new(good);
        using TerminalDevice two = new(strange);
        using PseudoTerminal silent = new();
        _computer.PlugUsb("ttyUSB0", "Gun", "usb-Maker_Gun-if00", target: one.Terminal.SlavePath);
        _computer.PlugUsb("ttyUSB1", "Other", target: two.Terminal.SlavePath);
        _computer.PlugUsb("ttyUSB2", "Modem", target: silent.SlavePath);
        string held = _computer.PlugUsb("ttyUSB3", "Held");
        _computer.Run(7, "minicom", held);
        using TcpListener closed = new(IPAddress.Loopback, 0);
        closed.Start();
        string nobody = $"tcp://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}";
        closed.Stop();

        IReadOnlyList<FoundDevice> found = await Finder.FindAsync([DeviceAddress.Parse(nobody)]);
        Assert.Equal(
            [FoundState.Usable, FoundState.Refused, FoundState.Silent, FoundState.Closed, FoundState.Closed], found.Select(f => f.State));
        Assert.Equal("MP-0042", found[0].Facts!.Serial);
        Assert.Contains("speaks protocol versions 4 to 5", found[1].Problem, StringComparison.Ordinal);
        Assert.Contains("nothing there speaks MesoPen's protocol", found[2].Problem, StringComparison.Ordinal);
        Assert.Contains("in use by minicom", found[3].Problem, StringComparison.Ordinal);
        Assert.Contains("Nothing listens", found[4].Problem, StringComparison.Ordinal);
        Assert.All(
            good.Heard.Concat(strange.Heard),
            h => Assert.True(h.Type is MessageType.Hello or MessageType.Identity or MessageType.Capabilities or MessageType.Status, $"{h.Type}"));

        string text = DevicesReport.ToText(found);
        Assert.Contains("    gun-5, serial MP-0042, firmware 2.1.3, needles: 5, state: Idle", text, StringComparison.Ordinal);
        Assert.Contains("SIMULATED: it has no needle, no product and no patient.", text, StringComparison.Ordinal);
        JsonObject[] json = [.. DevicesReport.ToJson(found)];
        Assert.Equal(["usable", "refused", "silent", "closed", "closed"], json.Select(j => (string)j["state"]!));
        Assert.True((bool)json[0]["simulated"]!);
        Assert.Null(json[1]["simulated"]);
        Assert.Equal(("gun-5", "MP-0042", "Maker Gun"), ((string)json[0]["model"]!, (string)json[0]["serial"]!, (string)json[0]["adapter"]!));
    }

    [Fact]
    public async Task Search_that_is_given_up_ends_and_lets_go_of_the_ports()
    {
        // Aim: cancelled from another thread in the middle of an identification.
        FakeDevice mute = new() { Answers = false };
        using TerminalDevice one = new(mute);
        _computer.PlugUsb("ttyUSB0", "Gun", target: one.Terminal.SlavePath);
        using CancellationTokenSource cancel = new();
        mute.OnRequest = _ => cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Finder.FindAsync([], cancel.Token));

        mute.Answers = true;
        mute.OnRequest = static _ => { };
        Assert.Equal(FoundState.Usable, Assert.Single(await Finder.FindAsync([])).State);
    }

    [Fact]
    public async Task Computer_without_ports_says_what_to_do()
    {
        // Aim: an empty list is an answer.
        IReadOnlyList<FoundDevice> found = await Finder.FindAsync([]);
        Assert.Empty(found);
        Assert.Equal("No serial port was found: plug the device in, or name its address with --device.", DevicesReport.ToText(found));
    }
}
