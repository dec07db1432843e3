using System.Diagnostics;
using System.Text.Json;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

/// <summary>The exe as users have it: processes, terminals, ports and signals that are real.</summary>
public sealed class SimulatorProcessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mesopen-exe-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Pseudo_terminal_survives_hosts_that_come_and_go()
    {
        // Aim: a host may close and open the terminal any number of times; SIGTERM ends cleanly and takes the link away.
        using SimulatorProcess simulator = await SimulatorProcess.Start("--profile", "gun-5", "--pty", At("gun"), "--operator", "off");
        Assert.Equal(At("gun"), simulator.Ready);
        await ComeAndGo(simulator.Ready);
        Assert.Equal(0, await simulator.Terminate());
        Assert.False(Path.Exists(At("gun")) || new FileInfo(At("gun")).LinkTarget is not null);
    }

    [Fact]
    public async Task Tcp_port_survives_hosts_that_come_and_go()
    {
        // Aim: the same over TCP, on a port that the system chose; SIGINT ends cleanly too, and the truth saw hosts come and go.
        using SimulatorProcess simulator = await SimulatorProcess.Start(
            "--profile", "gun-5", "--tcp", "127.0.0.1:0", "--operator", "off", "--truth", At("truth.jsonl"));
        await ComeAndGo(simulator.Ready);
        Assert.Equal(0, await simulator.Terminate("INT"));
        Assert.True(Truth().Count(line => line.IsEvent("link_back")) >= 5);
        Assert.True(Truth().Count(line => line.IsEvent("link_lost")) >= 4);
    }

    [Fact]
    public async Task Link_that_a_fault_cuts_is_closed_in_the_host_s_hands_and_comes_back()
    {
        // Aim: link.cut hangs up the terminal; the link of the same name works again after the stated time.
        using SimulatorProcess simulator = await SimulatorProcess.Start(
            "--profile", "gun-5", "--pty", At("gun"), "--operator", "off", "--fault", "link.cut@t=1500ms,for=300ms");
        using (WireHost host = WireHost.Open(simulator.Ready))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => host.Until(_ => false));
        }

        Stopwatch waited = Stopwatch.StartNew();
        while (!File.Exists(At("gun")))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20));
        }

        using WireHost again = WireHost.Open(simulator.Ready);
        await again.Until(_ => true);
    }

    [Fact]
    public async Task Killed_in_mid_treatment_and_started_again_journal_and_truth_agree()
    {
        // Aim: SIGKILL at no chosen instant, three times: on the same files every shot stands once in journal and truth, and both say the same.
        string[] arguments =
        [
            "--profile", "gun-5", "--pty", At("gun"), "--nvm", At("gun.nvm"), "--truth", At("truth.jsonl"), "--operator", "fast",
        ];
        for (uint round = 1; round <= 3; round++)
        {
            using SimulatorProcess simulator = await SimulatorProcess.Start(arguments);
            using WireHost host = WireHost.Open(simulator.Ready);
            await FireUntil(host, await MakeReady(host), round);
            await simulator.Kill();
        }

        using SimulatorProcess last = await SimulatorProcess.Start(arguments);
        using WireHost reader = WireHost.Open(last.Ready);
        StatusReply status = await reader.Until(s => s.State == DeviceState.Idle && s.Flags.HasFlag(DeviceFlags.PlungerStill));
        List<ShotEntry> journal = [];
        while (journal.Count < status.Status.ShotCounter)
        {
            JournalReadReply page = await reader.Ask<JournalReadRequest, JournalReadReply>(new JournalReadRequest((uint)journal.Count + 1, 7));
            journal.AddRange(page.Entries.AsSpan());
        }

        JsonElement[] shots = [.. Truth().Where(line => line.Has("depth_um"))];
        Assert.Equal(shots.Select(line => line.Number("shot")).Distinct(), shots.Select(line => line.Number("shot")));
        ShotTolerance tolerance = ProfileReader.Open("gun-5").Tolerance;
        foreach (ShotEntry said in journal)
        {
            long was = shots.FirstOrDefault(line => line.Number("shot") == said.Shot) is { ValueKind: JsonValueKind.Object } line
                ? line.Number("volume_nl")
                : 0;
            Assert.InRange(was, said.VolumeNl - tolerance.VolumeNl(said.VolumeNl), said.VolumeNl + tolerance.VolumeNl(said.VolumeNl));
        }
    }

    [Fact]
    public async Task Instants_in_the_truth_bear_the_machine_s_monotonic_clock()
    {
        // Aim: another process can compare "plunger still" with its own clock: the stamps lie between before and after.
        long beforeUs = Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1_000_000);
        using (SimulatorProcess simulator = await SimulatorProcess.Start(
            "--profile", "pen-1", "--pty", At("pen"), "--truth", At("truth.jsonl"), "--operator", "off"))
        {
            using WireHost host = WireHost.Open(simulator.Ready);
            await host.Ask<HelloRequest, HelloReply>(new HelloRequest(1, 1, 1));
            await host.Ask(new StopRequest());
            Assert.Equal(0, await simulator.Terminate());
        }

        long afterUs = Stopwatch.GetTimestamp() / (Stopwatch.Frequency / 1_000_000);
        Assert.InRange(Assert.Single(Truth(), line => line.IsEvent("stop_received")).Number("mono_us"), beforeUs, afterUs);
    }

    [Theory]
    [InlineData("--profile gun-77 --pty @x", "gun-77: no such file, and no profile has this id; profiles: gun-5, gun-9, pen-1.")]
    [InlineData("--profile gun-5", "Give one of --pty PATH and --tcp HOST:PORT.")]
    [InlineData("--profile gun-5 --pty @x --tcp 127.0.0.1:0", "Give one of --pty PATH and --tcp HOST:PORT.")]
    [InlineData("--pty @x", "Option '--profile' is required.")]
    [InlineData("--profile gun-5 --pty @x --fault gremlin", "there is no fault 'gremlin'; allowed: air, battery.low, ")]
    [InlineData("--profile gun-5 --pty @x --operator lazy", "--operator lazy: allowed: auto, fast, off.")]
    [InlineData("--profile gun-5 --pty @x --caps colour=3", "there is no cap 'colour'; allowed: depth_min_um, ")]
    [InlineData("--profile gun-5 --pty @x --caps dose_max_nl=much", "dose_max_nl needs a whole number above 0")]
    [InlineData("--profile gun-5 --pty @x --caps lease_max_ms=900", "The firmware refuses to be a device of this profile and these caps")]
    [InlineData("--profile gun-5 --pty @x --calibration-due soon", "--calibration-due soon: write a day as 2099-12-31, or never.")]
    [InlineData("--profile gun-5 --pty @none/x", "the symbolic link cannot be made")]
    [InlineData("--profile gun-5 --tcp 5000", "--tcp 5000: write HOST:PORT, such as 127.0.0.1:5000.")]
    [InlineData("--profile gun-5 --pty @x --seed many", "Cannot parse argument 'many' for option '--seed'")]
    public async Task Bad_input_is_one_sentence_and_exit_code_2(string line, string sentence)
    {
        // Aim: whatever is wrong on the command line, nothing starts, and one line says what and what would be right.
        string[] arguments = [.. line.Split(' ').Select(word => word.StartsWith('@') ? At(word[1..]) : word)];
        (int exitCode, string error) = await SimulatorProcess.Run(arguments);
        Assert.Equal(2, exitCode);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.StartsWith("mesopen-sim: ", error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(c => c == '\n'));
    }

    [Fact]
    public async Task File_in_the_way_of_the_terminal_is_left_alone()
    {
        // Aim: only a symbolic link is replaced, as a killed process leaves one behind; a file is refused.
        File.WriteAllText(At("gun"), "mine");
        (int exitCode, string error) = await SimulatorProcess.Run("--profile", "gun-5", "--pty", At("gun"));
        Assert.Equal(2, exitCode);
        Assert.Contains("which is no symbolic link", error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(At("gun")));

        File.Delete(At("gun"));
        File.CreateSymbolicLink(At("gun"), "/dev/pts/99999");
        using SimulatorProcess simulator = await SimulatorProcess.Start("--profile", "gun-5", "--pty", At("gun"), "--operator", "off");
        using WireHost host = WireHost.Open(simulator.Ready);
        await host.Until(_ => true);
    }

    private static async Task ComeAndGo(string name)
    {
        for (uint round = 1; round <= 5; round++)
        {
            using WireHost host = WireHost.Open(name);
            HelloReply hello = await host.Ask<HelloRequest, HelloReply>(new HelloRequest(1, 1, round));
            Assert.Equal((round, Result.Ok), (hello.Nonce, hello.Prefix.Result));
        }
    }

    /// <summary>Self-test and prime; gives the counters before any shot.</summary>
    private static async Task<DeviceStatus> MakeReady(WireHost host)
    {
        await host.Ask<HelloRequest, HelloReply>(new HelloRequest(1, 1, 1));
        await host.Until(s => s.State == DeviceState.Idle);
        await host.Ask(new SelfTestRequest(1));
        await host.Until(s => s.Flags.HasFlag(DeviceFlags.SelfTestPassed) && s.State == DeviceState.Idle);
        await host.Ask(new PrimeRequest(2, PrimePurpose.Prime, 60_000));
        return (await host.Until(s => s.Flags.HasFlag(DeviceFlags.Primed) && s.State == DeviceState.Idle)).Status;
    }

    /// <summary>Keeps a permit live until so many shots have begun: renews it, and grants anew when this process was too slow for the lease.</summary>
    private static async Task FireUntil(WireHost host, DeviceStatus before, uint shots)
    {
        uint permit = 0;
        StatusReply reply = await host.Ask(new StatusRequest());
        while (reply.Status.ShotCounter < before.ShotCounter + shots)
        {
            uint seenMs = reply.Prefix.DeviceMs;
            reply = reply.Status.PermitId == permit && permit > 0
                ? await host.Ask(new PermitRenewRequest(permit, seenMs))
                : await host.Ask(new PermitGrantRequest(
                    ++permit, 3, TriggerMode.Single, 1000, 20_000, before.ShotCounter + 8, before.VolumeCounterNl + 160_000, 112, 250, seenMs));
        }
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private IEnumerable<JsonElement> Truth() => TruthText.Lines(File.ReadAllText(At("truth.jsonl")));
}
