using System.Text.Json.Nodes;
using MesoPen.Host.Diagnostics;
using MesoPen.Tests.Time;

namespace MesoPen.Tests.Host.Diagnostics;

public sealed class DoctorTests : IDisposable
{
    private readonly ComputerTree _computer = new();
    private VirtualClock _clock = new();

    public void Dispose() => _computer.Dispose();

    [Fact]
    public void Computer_in_good_order_has_no_problem()
    {
        // Aim: nothing is said that need not be done.
        _computer.PlugUsb("ttyUSB0", "FT232R", "usb-Maker_FT232R-if00", latencyMs: 1);
        _computer.Run(5, "chronyd");
        Assert.All(Examine(), f => Assert.Equal((DoctorVerdict.Good, null), (f.Verdict, f.Remedy)));
        Assert.Equal(["runtime", "ports", "permission", "name", "clock", "data"], Examine().Select(f => f.Check));
    }

    [Fact]
    public void Port_without_permission_names_the_group()
    {
        // Aim: dialout, and that one must log in again.
        _computer.Forbidden.Add(_computer.PlugUsb("ttyUSB0", "Gun"));
        DoctorFinding finding = Expect("permission", DoctorVerdict.Bad);
        Assert.Contains("sudo usermod -aG dialout $USER", finding.Remedy, StringComparison.Ordinal);
        Assert.Contains("log out and in again", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Port_in_use_names_program_and_process()
    {
        // Aim: through the stable name or the node, it is the same port.
        string node = _computer.PlugUsb("ttyUSB0", "Gun");
        _computer.Run(4711, "minicom", node);
        Assert.Equal($"{node} is in use by minicom (process 4711).", Expect("holder", DoctorVerdict.Bad).Sentence);
    }

    [Fact]
    public void Modem_manager_is_noticed_only_where_there_are_ports()
    {
        // Aim: it harms nobody who has no port.
        _computer.Run(80, "ModemManager");
        Assert.DoesNotContain(Examine(), f => f.Check == "modemmanager");
        _computer.PlugUsb("ttyUSB0", "Gun");
        Assert.Contains("disable --now ModemManager", Expect("modemmanager", DoctorVerdict.Advice).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Slow_latency_timer_is_shown_with_the_command_that_mends_it()
    {
        // Aim: 16 ms is the driver's default, 1 ms what the control path wants.
        _computer.PlugUsb("ttyUSB3", "FT232R", latencyMs: 16);
        DoctorFinding finding = Expect("latency", DoctorVerdict.Advice);
        Assert.Contains("up to 16 ms", finding.Sentence, StringComparison.Ordinal);
        Assert.Contains("echo 1 | sudo tee /sys/bus/usb-serial/devices/ttyUSB3/latency_timer", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Adapter_without_a_stable_name_is_noticed()
    {
        // Aim: ttyUSB0 may be another device tomorrow.
        _computer.PlugUsb("ttyUSB0", "Gun");
        Expect("name", DoctorVerdict.Advice);
    }

    [Fact]
    public void Clock_is_judged_by_who_keeps_it_and_by_what_cannot_be()
    {
        // Aim: a computer without a battery begins in 1970; one without a network may drift.
        Expect("clock", DoctorVerdict.Advice);
        Directory.CreateDirectory(_computer.In("run/systemd/timesync"));
        File.WriteAllText(_computer.In("run/systemd/timesync/synchronized"), "");
        Expect("clock", DoctorVerdict.Good);
        _clock = new VirtualClock(DateTimeOffset.UnixEpoch);
        Assert.Contains("1970-01-01 00:00:00Z, which cannot be", Expect("clock", DoctorVerdict.Bad).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_folder_is_judged_by_room_and_by_writing()
    {
        // Aim: full, nearly full, absent, and not to be written (a file system of the kernel's own, for root may write anywhere else).
        Expect("data", DoctorVerdict.Good);
        Assert.Empty(Directory.GetFileSystemEntries(_computer.Data));
        _computer.FreeBytes = 200L << 20;
        Assert.Contains("200 MB of room", Expect("data", DoctorVerdict.Advice).Sentence, StringComparison.Ordinal);
        _computer.FreeBytes = 10L << 20;
        Expect("data", DoctorVerdict.Bad);
        Assert.Equal(DoctorVerdict.Advice, Examine(_computer.In("none")).Single(f => f.Check == "data").Verdict);
        DoctorFinding finding = Examine("/proc/sys").Single(f => f.Check == "data");
        Assert.Equal(DoctorVerdict.Bad, finding.Verdict);
        Assert.Contains("cannot be written", finding.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(Examine(null), f => f.Check == "data");
    }

    [Fact]
    public void Report_reads_the_same_for_people_and_programs()
    {
        // Aim: verdict, sentence and remedy in both.
        DoctorFinding[] findings =
        [
            new("ports", DoctorVerdict.Good, "Fine."),
            new("latency", DoctorVerdict.Advice, "Slow.", "Do this."),
            new("permission", DoctorVerdict.Bad, "No.", "Do that."),
        ];
        Assert.Equal(
            string.Join(Environment.NewLine, "ok      Fine.", "advice  Slow.", "        Do this.", "PROBLEM No.", "        Do that."),
            DoctorReport.ToText(findings));
        JsonObject[] json = [.. DoctorReport.ToJson(findings)];
        Assert.Equal(["good", "advice", "bad"], json.Select(j => (string)j["verdict"]!));
        Assert.Equal("Do that.", (string)json[2]["remedy"]!);
    }

    [Fact]
    public void This_computer_can_be_examined()
    {
        // Aim: whatever it is like, no check throws on a real one.
        Assert.NotEmpty(new Doctor(SystemView.Local, TimeProvider.System, Path.GetTempPath()).Examine());
        Assert.NotNull(new DeviceFinder(SystemView.Local, TimeProvider.System, TimeSpan.FromSeconds(1)).Ports());
    }

    private IReadOnlyList<DoctorFinding> Examine() => Examine(_computer.Data);

    private IReadOnlyList<DoctorFinding> Examine(string? data) => new Doctor(_computer.View, _clock, data).Examine();

    private DoctorFinding Expect(string check, DoctorVerdict verdict)
    {
        DoctorFinding finding = Examine().Single(f => f.Check == check);
        Assert.True(finding.Verdict == verdict, finding.Sentence);
        return finding;
    }
}
