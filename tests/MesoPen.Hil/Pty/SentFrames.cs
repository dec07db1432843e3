using System.Text.Json;
using MesoPen.Protocol;

namespace MesoPen.Hil;

/// <summary>What hosts sent, by the captures of their frames.</summary>
internal sealed class SentFrames
{
    private readonly List<(long AtUs, WirePermit Permit)> _permits = [];
    private readonly List<long> _clears = [];
    private readonly List<byte[]> _frames = [];
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>Permits, with the time just before each left.</summary>
    public IReadOnlyList<(long AtUs, WirePermit Permit)> Permits => _permits;

    /// <summary>When a latched stop or fault was asked to be cleared, µs.</summary>
    public IReadOnlyList<long> ClearsUs => _clears;

    /// <summary>All of them, as bytes.</summary>
    public IReadOnlyList<byte[]> Frames => _frames;

    /// <summary>Reads captures; those that a host never opened hold nothing.</summary>
    public static SentFrames Read(IEnumerable<string> captures)
    {
        SentFrames sent = new();
        foreach (string line in captures.Where(File.Exists).SelectMany(WholeLines))
        {
            JsonElement json = JsonElement.Parse(line);
            if (json.GetProperty("direction").GetString() == "sent")
            {
                sent.Take(Convert.FromHexString(json.GetProperty("frame").GetString()!), json.GetProperty("mono_us").GetInt64());
            }
        }

        return sent;
    }

    /// <summary>Frames of a type, by its name.</summary>
    public int Of(string name) => _counts.GetValueOrDefault(name);

    /// <summary>A host that was killed may have left half a line.</summary>
    private static string[] WholeLines(string path)
    {
        string text = File.ReadAllText(path);
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private void Take(byte[] bytes, long atUs)
    {
        _frames.Add(bytes);
        WireReader reader = new();
        ReadOnlySpan<byte> rest = bytes;
        while (reader.TryRead(ref rest, out WireFrame frame))
        {
            string name = WireNames.Of(frame.Type);
            _counts[name] = _counts.GetValueOrDefault(name) + 1;
            if (frame.Type == MessageType.FaultClear)
            {
                _clears.Add(atUs);
            }
            else if (frame.Type == MessageType.PermitGrant && frame.Has(36))
            {
                _permits.Add((atUs, WirePermit.Read(frame)));
            }
        }
    }
}
