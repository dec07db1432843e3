using System.Buffers;
using System.Text.Json.Nodes;
using MesoPen.Firmware;
using MesoPen.Protocol;
using MesoPen.Simulator;

namespace MesoPen.Tests.Simulator;

public sealed class ControlDeskTests : IDisposable
{
    private static readonly DeviceProfile Profile = ProfileReader.Open("gun-5");

    private readonly SimulatedDevice _device = new(new SimulationOptions { Profile = Profile, AnyFaultLater = true });
    private readonly ArrayBufferWriter<byte> _said = new();

    private ControlDesk Desk => new(_device, Profile);

    public void Dispose() => _device.Dispose();

    [Fact]
    public void Faults_are_those_of_the_one_catalogue()
    {
        // Aim: what can be begun on the command line and in scenarios can be begun here, by the same names and ranges.
        JsonArray faults = Ask("""{"do":"faults"}""")["faults"]!.AsArray();
        Assert.Equal(FaultCatalogue.All.Where(kind => kind.InSimulator).Select(kind => kind.Name), faults.Select(fault => (string)fault!["name"]!));
        JsonNode leak = faults.Single(fault => (string)fault!["name"]! == "leak")!;
        Assert.Equal((200, "permille", 1, 1000, "device"), ((int)leak["value"]!, (string)leak["unit"]!, (int)leak["min"]!, (int)leak["max"]!, (string)leak["group"]!));
        Assert.All(faults.Where(fault => !(bool)fault!["from_start"]!), fault =>
            Assert.True((bool)Ask($$"""{"do":"fault","spec":"{{(string)fault!["name"]!}}@now"}""")["ok"]!, fault.ToJsonString()));
    }

    [Fact]
    public void Fault_begins_now_acts_and_ends_when_it_is_ended()
    {
        // Aim: in the middle of a run "now" is now, the machine suffers from it, and after the end it is sound.
        Step(5000);
        JsonNode begun = Ask("""{"do":"fault","spec":"pressure.stuck=321@now+20ms"}""");
        Assert.False((bool)begun["acting"]![0]!["acts"]!);
        Step(19);
        Assert.Equal(0, _device.Plant.PressureKpa);
        Step(2);
        JsonNode acting = Ask("""{"do":"plant"}""");
        Assert.Equal((321, 0), ((int)acting["plant"]!["sensor_kpa"]!, (int)acting["plant"]!["pressure_kpa"]!));
        Assert.True((bool)acting["acting"]![0]!["acts"]!);
        Assert.Empty(Ask("""{"do":"end","name":"pressure.stuck"}""")["acting"]!.AsArray());
        Step(1);
        Assert.Equal(0, _device.Plant.PressureKpa);
    }

    [Fact]
    public void End_of_all_takes_back_what_waits_too()
    {
        // Aim: after "end all" nothing begins by itself any more.
        Ask("""{"do":"fault","spec":"occlusion@shot=1"}""");
        Ask("""{"do":"fault","spec":"contact.stuck@now"}""");
        Step(1);
        Assert.True(_device.Plant.Contact);
        Assert.Equal(2, Ask("""{"do":"plant"}""")["acting"]!.AsArray().Count);
        Assert.Empty(Ask("""{"do":"end"}""")["acting"]!.AsArray());
        Step(1);
        Assert.False(_device.Plant.Contact);
        Assert.Empty(_device.OpenFaults);
    }

    [Fact]
    public void Hands_are_those_of_whoever_asks_until_they_are_given_back()
    {
        // Aim: the operator does not pull against the page, and takes the device back off the skin with the trigger released.
        Ask("""{"do":"hands","skin":true,"trigger":true}""");
        Step(2000);
        Assert.Equal((true, true, true), (_device.Plant.Contact, _device.Plant.Trigger, _device.Hands.StandsAside));
        Assert.True((_device.Status!.Value.Flags & (DeviceFlags.Contact | DeviceFlags.TriggerPressed)) == (DeviceFlags.Contact | DeviceFlags.TriggerPressed));
        Ask("""{"do":"hands","by":"operator"}""");
        Step(1);
        Assert.Equal((false, false, false), (_device.Plant.Contact, _device.Plant.Trigger, _device.Hands.StandsAside));
        Ask("""{"do":"hands","stop_button":true}""");
        Step(10);
        Assert.Equal(DeviceFault.StopButton, _device.Status!.Value.Fault);
        Assert.False(_device.Hands.StandsAside);
    }

    [Fact]
    public void New_cartridge_is_counted_by_the_device()
    {
        // Aim: swapped as by a hand: full, and not primed.
        uint before = _device.Plant.CartridgeId;
        JsonNode now = Ask("""{"do":"cartridge"}""");
        Assert.Equal(before + 1, _device.Plant.CartridgeId);
        Assert.Equal((long)now["plant"]!["cartridge_nl"]!, (long)now["plant"]!["remaining_nl"]!);
    }

    [Theory]
    [InlineData("""{"do":"fly"}""", "there is no \"fly\" to do")]
    [InlineData("""{}""", "\"do\" is missing")]
    [InlineData("""{"do":1}""", "\"do\" is a text")]
    [InlineData("""{"do":"fault"}""", "fault needs a spec")]
    [InlineData("""{"do":"fault","spec":"nonsense"}""", "there is no fault 'nonsense'")]
    [InlineData("""{"do":"fault","spec":"leak=1001@now"}""", "leak takes 1 to 1000 permille")]
    [InlineData("""{"do":"fault","spec":"host.kill"}""", "the test runner alone can do it")]
    [InlineData("""{"do":"fault","spec":"counters.high"}""", "can only be there from the start")]
    [InlineData("""{"do":"end","name":"nonsense"}""", "there is no fault 'nonsense'")]
    [InlineData("""{"do":"hands","by":"nobody","trigger":true}""", "by is person or operator")]
    [InlineData("""{"do":"hands","by":"operator","skin":true}""", "the operator moves by itself")]
    [InlineData("""{"do":"hands","trigger":"yes"}""", "\"trigger\" is true or false")]
    [InlineData("""{"do":"cartridge","now":true}""", "\"now\" is not known to cartridge")]
    public void Order_that_cannot_be_is_refused_in_one_sentence_and_changes_nothing(string line, string why)
    {
        // Aim: a refusal says what is wrong, and half of an order is never done.
        JsonNode answer = Ask(line);
        Assert.False((bool)answer["ok"]!);
        Assert.Contains(why, (string)answer["error"]!, StringComparison.Ordinal);
        Assert.Empty(_device.OpenFaults);
        Assert.False(_device.Plant.Finger);
    }

    [Theory]
    [InlineData("")]
    [InlineData("POST / HTTP/1.1")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"do\":\"plant\"")]
    public void Line_that_is_no_object_is_not_of_this_language(string line)
    {
        // Aim: what a browser sends that was led here is not taken for an order, nor what follows it.
        Assert.Null(Desk.Answer(line));
    }

    [Fact]
    public async Task Running_simulator_answers_on_its_own_port_and_drops_what_does_not_speak_its_language()
    {
        // Aim: the port of --control is there, answers a line each, and hangs up on a browser.
        using SimulatorProcess simulator = await SimulatorProcess.Start("--profile", "gun-5", "--tcp", "127.0.0.1:0", "--control", "0");
        string where = await simulator.LineAsync();
        Assert.StartsWith("control 127.0.0.1:", where, StringComparison.Ordinal);
        using System.Net.Sockets.TcpClient client = new("127.0.0.1", int.Parse(where.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
        using StreamReader reader = new(client.GetStream());
        using StreamWriter writer = new(client.GetStream()) { AutoFlush = true, NewLine = "\n" };
        await writer.WriteLineAsync("""{"do":"fault","spec":"occlusion"}""");
        Assert.True((bool)JsonNode.Parse((await reader.ReadLineAsync())!)!["ok"]!);
        await writer.WriteLineAsync("""{"do":"plant"}""");
        Assert.Equal("occlusion", (string)JsonNode.Parse((await reader.ReadLineAsync())!)!["acting"]![0]!["name"]!);
        await writer.WriteAsync("GET / HTTP/1.1\n{\"do\":\"end\"}\n");
        Assert.Contains("one JSON object", (string)JsonNode.Parse((await reader.ReadLineAsync())!)!["error"]!, StringComparison.Ordinal);
        Assert.Null(await reader.ReadLineAsync());
    }

    private JsonNode Ask(string line) => JsonNode.Parse(Desk.Answer(line)!)!;

    private void Step(int ms)
    {
        for (int i = 0; i < ms; i++)
        {
            _said.ResetWrittenCount();
            _device.Step(default, _said);
        }
    }
}
