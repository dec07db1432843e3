using System.Reflection;
using System.Text.Json.Nodes;
using MesoPen.Host.Control;
using MesoPen.Host.Records;
using MesoPen.Kernel;
using MesoPen.Tests.Host.Input;
using MesoPen.Tests.Protocol;

namespace MesoPen.Tests.Host.Records;

public sealed class SessionRecordCodecTests
{
    private static readonly Shot Shot = new(41, 2, ShotAnswer.Unknown, true, new Depth(1400), new Volume(19_870), 7, uint.MaxValue, 102, 12_345);

    private static readonly SessionRecord[] Samples =
    [
        new SessionRecord.Baseline("SIM-0001", 4_000_000_000, 40, new Volume(5_000_000_000), 41),
        new SessionRecord.PermitIntended(new Permit(
            7, 4_000_000_000, 2, ShotTrigger.Repeat, new Depth(1400), new Volume(20_000), 46, new Volume(5_000_100_000), 250, 250)),
        new SessionRecord.ShotSettled(Shot),
        new SessionRecord.ShotSettled(Shot with { Answer = ShotAnswer.NotDelivered, Partial = false }),
        new SessionRecord.ForeignShot(Shot with { Answer = ShotAnswer.Delivered, Zone = 9 }),
        new SessionRecord.WindowClosed(46, new Volume(5_000_100_000)),
        new SessionRecord.UnknownSettled("Dr. A", "seen \"on\" the skin: 20 µL"),
        new SessionRecord.NeedleChanged("Dr. A"),
        new SessionRecord.Latched(10),
        new SessionRecord.Released("Dr. A", "tip was bent"),
        new SessionRecord.Decision("armed", "cheek.left"),
        new SessionRecord.SessionClosed("completed"),
    ];

    private readonly SessionRecordCodec _codec = new(Shipped.Load("demo-short").Plan);

    [Fact]
    public void Decode_gives_back_every_kind_of_record()
    {
        // Aim: what a resumed session replays is what the first one wrote; no kind is forgotten here.
        Assert.Equal(
            typeof(SessionRecord).GetNestedTypes(BindingFlags.Public).Select(type => type.Name).Order(StringComparer.Ordinal),
            Samples.Select(sample => sample.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Samples, sample => Assert.Equal(sample, SessionRecordCodec.Decode(Row(_codec.Encode("s", 5, sample)))));
    }

    [Fact]
    public void Every_kind_stands_in_the_page_with_its_fields()
    {
        // Aim: docs/records.md is what a stranger reads the journal by.
        string[] page = RepositoryFile.ReadAllText("docs/records.md").Split('\n');
        foreach (RecordEntry entry in Samples.Select(sample => _codec.Encode("s", 5, sample)))
        {
            string[] cells = Assert.Single(page, line => line.StartsWith($"| `{entry.Kind}` |", StringComparison.Ordinal)).Split('|');
            string[] fields = [.. cells[2].Trim().Trim('`').Split(", ")];
            Assert.Equal(JsonNode.Parse(entry.Body)!.AsObject().Select(field => field.Key), fields);
        }
    }

    [Fact]
    public void Decode_of_a_changed_body_is_refused_or_another_record()
    {
        // Aim: a row of a later version or of somebody else ends in one sentence that names the row, never in another exception.
        JsonNode?[] strange = [null, "x", -1, 1.5, long.MaxValue, true, new JsonArray(), new JsonObject()];
        int refused = 0;
        foreach (RecordEntry entry in Samples.Select(sample => _codec.Encode("s", 5, sample)))
        {
            foreach (string key in JsonNode.Parse(entry.Body)!.AsObject().Select(field => field.Key))
            {
                foreach (JsonNode? value in strange)
                {
                    JsonObject body = JsonNode.Parse(entry.Body)!.AsObject();
                    body[key] = value?.DeepClone();
                    refused += Refused(entry with { Body = body.ToJsonString() });
                }
            }

            foreach (string body in (string[])["[]", "1", "null", "{}", "\"x\""])
            {
                refused += Refused(entry with { Body = body });
            }

            refused += Refused(entry with { Kind = "prophecy" });
        }

        Assert.InRange(refused, 200, 2000);
    }

    private static int Refused(RecordEntry entry)
    {
        try
        {
            SessionRecordCodec.Decode(Row(entry));
            return 0;
        }
        catch (RecordStoreException refused)
        {
            Assert.StartsWith("Row 3 of the journal cannot be read (", refused.Message, StringComparison.Ordinal);
            return 1;
        }
    }

    private static JournalRow Row(RecordEntry entry) =>
        new(3, entry.Stream, entry.AtUnixMs, entry.Kind, entry.Body, RecordChain.Genesis, RecordChain.Hash(RecordChain.Genesis, 3, entry));
}
