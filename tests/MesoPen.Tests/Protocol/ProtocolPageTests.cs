using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using MesoPen.Protocol;

namespace MesoPen.Tests.Protocol;

/// <summary>
/// hardware/protocol.md is the contract. Each number in it is compared with the code, both ways, so that the two cannot part.
/// </summary>
[Trait("Requirement", "SR-167")]
public sealed partial class ProtocolPageTests
{
    private static readonly string[] OwnReply = ["hello", "identity", "capabilities", "journal_read"];

    public static TheoryData<string> Requests =>
        [.. Enum.GetValues<MessageType>().Where(t => t.IsRequest).Select(t => t.ToString())];

    [Fact]
    public void Message_types_are_those_of_the_page()
    {
        // Aim: no type is in one and not in the other, and each has one number.
        Dictionary<int, string> page = RequestHeading().Matches(ProtocolPage.Text).ToDictionary(Number, m => m.Groups[2].Value);
        foreach (Match match in EventHeading().Matches(ProtocolPage.Section("## 5. Events")))
        {
            page.Add(Number(match), match.Groups[2].Value + "_event");
        }

        Assert.Equal(Enum.GetValues<MessageType>().ToDictionary(t => (int)t, t => WireName.Of(t.ToString())), page);
    }

    [Fact]
    public void Message_type_ranges_are_those_of_the_page()
    {
        // Aim: for all 256 numbers, request, reply and event are what the header's table says.
        string row = ProtocolPage.Table(ProtocolPage.After("Header:"), "offset").Single(r => r[1] == "u8 type")[2];
        int[] bounds = [.. HexNumber().Matches(row).Select(Number)];
        Assert.Equal(7, bounds.Length);
        for (int number = 0; number <= byte.MaxValue; number++)
        {
            MessageType type = (MessageType)number;
            Assert.Equal(number >= bounds[0] && number <= bounds[1], type.IsRequest);
            Assert.Equal(number >= bounds[2] && number <= bounds[3], type.IsReply);
            Assert.Equal(number >= bounds[5] && number <= bounds[6], type.IsEvent);
        }

        Assert.Equal(bounds[4], (byte)default(MessageType).Reply());
    }

    [Fact]
    public void Results_are_those_of_the_page()
    {
        // Aim: a refusal has the same number and name here as there.
        Dictionary<int, string> page = ProtocolPage.Table(ProtocolPage.Section("## 3. Replies"), "result")
            .ToDictionary(r => int.Parse(r[0], CultureInfo.InvariantCulture), r => r[1]);

        Assert.Equal(Enum.GetValues<Result>().ToDictionary(r => (int)r, r => WireName.Of(r.ToString())), page);
    }

    [Fact]
    public void Faults_are_those_of_the_page()
    {
        // Aim: a fault has the same number and words here as there.
        Dictionary<int, string> page = ProtocolPage.Table(ProtocolPage.Section("## 6. Faults"), "number")
            .ToDictionary(r => int.Parse(r[0], CultureInfo.InvariantCulture), r => r[1]);

        AssertNamed<DeviceFault>(page, except: DeviceFault.None);
    }

    [Fact]
    public void Values_of_the_status_body_are_those_of_the_page()
    {
        // Aim: states, flags, modes and reasons have the same numbers and words here as there.
        IReadOnlyList<string[]> table = ProtocolPage.Table(ProtocolPage.Section("### Status body"), "offset");
        AssertNamed<DeviceState>(ProtocolPage.Numbered(Row(table, "u8 state")));
        AssertNamed<TriggerMode>(ProtocolPage.Numbered(Row(table, "u8 trigger_mode")));
        AssertNamed<DisarmReason>(ProtocolPage.Numbered(Row(table, "u8 disarm_reason")));
        Dictionary<int, string> flags = ProtocolPage.Numbered(Row(table, "u8 flags")).ToDictionary(f => 1 << f.Key, f => f.Value);
        AssertNamed<DeviceFlags>(flags, except: DeviceFlags.None);
    }

    [Fact]
    public void Values_of_the_journal_entry_are_those_of_the_page()
    {
        // Aim: outcomes, and what may end a shot, have the same numbers and words here as there.
        IReadOnlyList<string[]> table = ProtocolPage.Table(ProtocolPage.Section("### 0x20 journal_read"), "offset");
        AssertNamed<ShotOutcome>(ProtocolPage.Numbered(Row(table, "u8 outcome")));

        IReadOnlyDictionary<int, string> page = ProtocolPage.Numbered(Row(table, "u16 fault"));
        Dictionary<int, string> code = typeof(ShotEnd).GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(f => (int)(ushort)f.GetRawConstantValue()!, f => f.Name);
        Assert.Equal(page.Keys.Order(), code.Keys.Order());
        Assert.Equal(nameof(ShotEnd.Complete), code[0]);
        Assert.All(code.Where(c => c.Key != 0), c => AssertWords(c.Value, page[c.Key]));
        Assert.DoesNotContain(code.Keys.Where(k => k != 0), k => Enum.IsDefined((DeviceFault)k));
    }

    [Fact]
    public void Kinds_of_device_are_those_of_the_page()
    {
        // Aim: the bit that a host's banner hangs on is the same on both sides.
        string bits = KindBits().Match(ProtocolPage.Section("### 0x02 identity")).Groups[1].Value;

        AssertNamed<DeviceKind>(ProtocolPage.Numbered(bits).ToDictionary(b => 1 << b.Key, b => b.Value), except: DeviceKind.None);
    }

    [Fact]
    public void Purposes_and_axes_are_those_of_the_page()
    {
        // Aim: the values in brackets behind a field are those of its enumeration.
        string purposes = ValuesInBrackets().Match(ProtocolPage.Section("### 0x15 prime")).Value;
        string axes = ValuesInBrackets().Match(ProtocolPage.Section("### 0x18 calibration_move")).Value;

        AssertNamed<PrimePurpose>(ProtocolPage.Numbered(purposes));
        AssertNamed<CalibrationAxis>(ProtocolPage.Numbered(axes));
    }

    [Fact]
    public void Parts_lie_where_the_page_says()
    {
        // Aim: header, prefix, status body and entry have each field at the offset, with the size and sign, of their tables.
        AssertLayout(ProtocolPage.FieldTable(ProtocolPage.After("Header:")), CodeLayout.OfHeader(), FrameHeader.Size);
        AssertLayout(ProtocolPage.FieldTable(ProtocolPage.Section("## 3. Replies")), CodeLayout.OfPrefix(), ReplyPrefix.Size);
        AssertLayout(ProtocolPage.FieldTable(ProtocolPage.Section("### Status body")), CodeLayout.OfStatus(), DeviceStatus.Size);
        AssertLayout(ProtocolPage.FieldTable(ProtocolPage.After("Entry, 32 bytes")), CodeLayout.OfEntry(), ShotEntry.Size);
        AssertLayout(ProtocolPage.FieldTable(ProtocolPage.After("Sample, 6 bytes")), CodeLayout.OfSample(), TraceSample.Size);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Request_lies_where_the_page_says(string name)
    {
        // Aim: each request has exactly the page's fields, in order, size and sign.
        MessageType type = Enum.Parse<MessageType>(name);
        string section = ProtocolPage.Section($"### 0x{(byte)type:X2} {WireName.Of(name)}").Split("Reply:")[0];
        IReadOnlyList<WireField> page = type == MessageType.PermitGrant
            ? ProtocolPage.FieldTable(section)
            : ProtocolPage.FieldList(section);
        MessageCodec codec = MessageCodec.Of(name + "Request");

        Assert.Equal(type, codec.Type);
        AssertLayout(page, CodeLayout.Of(codec), CodeLayout.LengthOf(codec));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Reply_lies_where_the_page_says(string name)
    {
        // Aim: each reply has exactly the page's fields; the requests that are answered with the status body are those that the
        // page lists.
        MessageType type = Enum.Parse<MessageType>(name);
        string wireName = WireName.Of(name);
        string statusList = ProtocolPage.Section("### Status body").Split("is the prefix and this body")[0];
        Assert.Equal(!OwnReply.Contains(wireName), statusList.Contains($"`{wireName}`", StringComparison.Ordinal));
        if (OwnReply.Contains(wireName))
        {
            string section = ProtocolPage.Section($"### 0x{(byte)type:X2} {wireName}");
            string list = section.Split("Reply:")[1].Split("Entry, 32 bytes")[0];
            MessageCodec codec = MessageCodec.Of(name + "Reply");
            Assert.Equal(type.Reply(), codec.Type);
            WireField[] page = [.. ProtocolPage.FieldList(list).Where(f => f.Name != "count")];
            int variable = wireName switch
            {
                "identity" => 2 - 29, // two lengths of texts, and the appended fields that are not sent while 0
                "journal_read" => 1,
                _ => 0,
            };
            AssertLayout(page, CodeLayout.Of(codec), CodeLayout.LengthOf(codec) - variable);
        }
    }

    [Theory]
    [InlineData(nameof(ShotEvent))]
    [InlineData(nameof(StateEvent))]
    [InlineData(nameof(FaultEvent))]
    [InlineData(nameof(TraceEvent))]
    public void Event_lies_where_the_page_says(string name)
    {
        // Aim: each event has exactly the page's fields, in order, size and sign.
        MessageCodec codec = MessageCodec.Of(name);
        string start = $"- **0x{(byte)codec.Type:X2} {WireName.Of(name).Replace("_event", "", StringComparison.Ordinal)}**";
        string line = ProtocolPage.Section("## 5. Events").Split('\n').Single(l => l.StartsWith(start, StringComparison.Ordinal));

        WireField[] page = [.. ProtocolPage.FieldList(line.Split(". ")[0]).Where(f => f.Name != "count")];
        AssertLayout(page, CodeLayout.Of(codec), CodeLayout.LengthOf(codec) - (name == nameof(TraceEvent) ? 1 : 0));
    }

    [Theory]
    [InlineData(@"A frame is at most (\d+) bytes on the wire", FrameWriter.FrameMax)]
    [InlineData(@"header \((\d+) bytes\)", FrameHeader.Size)]
    [InlineData(@"payload \(0 to (\d+) bytes\)", FrameWriter.PayloadMax)]
    [InlineData(@"shorter than (\d+) bytes decoded", FrameHeader.Size + sizeof(uint))]
    [InlineData(@"longer than (\d+), bad COBS", Cobs.BodyMax)]
    [InlineData(@"exactly (\d+) bytes longer than its payload", FrameWriter.FrameMax - FrameWriter.PayloadMax)]
    [InlineData(@"this prefix, (\d+) bytes", ReplyPrefix.Size)]
    [InlineData(@"this body, (\d+) bytes", DeviceStatus.Size)]
    [InlineData(@"Entry, (\d+) bytes", ShotEntry.Size)]
    [InlineData(@"entry \((\d+) bytes\)", ShotEntry.Size)]
    [InlineData(@"then count \(at most (\d+)\) entries", ShotEntries.Max)]
    [InlineData(@"then count \(at most (\d+)\) samples", TraceSamples.Max)]
    [InlineData(@"Sample, (\d+) bytes", TraceSample.Size)]
    [InlineData(@"`u8 length` \(at most (\d+)\)", WireText.LengthMax)]
    public void Length_on_the_page_is_that_of_the_code(string sentence, int length)
    {
        // Aim: the lengths in the page's prose are those that the code keeps to.
        Match match = Regex.Match(ProtocolPage.Text, sentence, RegexOptions.CultureInvariant);
        Assert.True(match.Success, $"The page no longer says: {sentence}");
        Assert.Equal(length, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    private static int Number(Match match) =>
        int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Row(IReadOnlyList<string[]> table, string field) => table.Single(r => r[1] == field)[2];

    private static void AssertLayout(IEnumerable<WireField> page, IReadOnlyList<WireField> code, int codeLength)
    {
        WireField[] all = [.. page];
        Assert.Equal(all.Where(f => f.Name != "reserved"), code);
        Assert.Equal(all.Sum(f => f.Size), codeLength);
    }

    /// <summary>
    /// The numbers of an enumeration are exactly the page's, and each name's words are in the page's words, in order.
    /// </summary>
    private static void AssertNamed<T>(IReadOnlyDictionary<int, string> page, params T[] except)
        where T : struct, Enum
    {
        Dictionary<int, string> code = Enum.GetValues<T>().Except(except)
            .ToDictionary(v => Convert.ToInt32(v, CultureInfo.InvariantCulture), v => v.ToString());
        Assert.Equal(page.Keys.Order(), code.Keys.Order());
        Assert.All(code, c => AssertWords(c.Value, page[c.Key]));
    }

    private static void AssertWords(string name, string pageText)
    {
        int from = 0;
        foreach (string word in WireName.Words(name))
        {
            int at = pageText.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);
            Assert.True(at >= 0, $"{name} is called '{pageText}' on the page.");
            from = at + word.Length;
        }
    }

    [GeneratedRegex("^### 0x([0-9A-F]{2}) ([a-z_]+)$", RegexOptions.Multiline)]
    private static partial Regex RequestHeading();

    [GeneratedRegex(@"^- \*\*0x([0-9A-F]{2}) ([a-z_]+)\*\*", RegexOptions.Multiline)]
    private static partial Regex EventHeading();

    [GeneratedRegex(@"`u8 kind` \(bit ([^)]*)\)")]
    private static partial Regex KindBits();

    [GeneratedRegex("0x([0-9A-F]{2})")]
    private static partial Regex HexNumber();

    [GeneratedRegex(@"\(0 [^)]*\)")]
    private static partial Regex ValuesInBrackets();
}
