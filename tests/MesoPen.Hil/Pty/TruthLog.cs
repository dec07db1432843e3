using System.Text.Json;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>What the needle did, put together from the lines of a truth file, one after another.</summary>
internal sealed class TruthLog
{
    private readonly List<TruthStrokeLine> _strokes = [];
    private readonly List<TruthInstantLine> _instants = [];
    private readonly List<(long DepthUm, long AtMs)> _excursions = [];
    private readonly Dictionary<uint, long> _drips = [];
    private uint _dripsFrom;

    public IReadOnlyList<TruthStrokeLine> Strokes => _strokes;

    public IReadOnlyList<TruthInstantLine> Instants => _instants;

    /// <summary>How far the needle was out without a label, and when it was home again.</summary>
    public IReadOnlyList<(long DepthUm, long AtMs)> Excursions => _excursions;

    public bool NeedleHome { get; private set; } = true;

    public bool PlungerMoving { get; private set; }

    /// <summary>The last stroke of which something was told.</summary>
    public uint Shot { get; private set; }

    /// <summary>How far it is, by what was told of it.</summary>
    public StrokePhase Phase { get; private set; }

    public long Boots => Count("boot");

    /// <summary>Cartridges that were in, the first included.</summary>
    public long Cartridges => 1 + Count("cartridge_in");

    /// <summary>Fluid that left the tips in strokes and the drops after them, nL.</summary>
    public long StrokeNl => _strokes.Sum(stroke => stroke.VolumeNl) + _drips.Values.Sum();

    /// <summary>Drops that followed a shot, nL.</summary>
    public long DripNl(uint shot) => _drips.GetValueOrDefault(shot);

    public long Count(string name) => _instants.Count(each => each.Name == name);

    /// <summary>Takes a line in. Gives the instant that it tells of; null if it tells of none.</summary>
    public TruthInstantLine? Take(string text)
    {
        JsonElement line = JsonElement.Parse(text);
        if (line.TryGetProperty("event", out JsonElement name))
        {
            TruthInstantLine instant = new(
                name.GetString()!, Number(line, "t_ms"), Number(line, "mono_us"), (uint)Number(line, "shot"), Number(line, "last_frame_ms"));
            _instants.Add(instant);
            Take(instant);
            return instant;
        }

        if (line.TryGetProperty("stroke", out _))
        {
            Stroke(line);
        }
        else if (line.TryGetProperty("prime_nl", out _))
        {
            // What drips from here on is the prime's.
            _dripsFrom = 0;
        }
        else if (line.TryGetProperty("excursion_um", out JsonElement depth))
        {
            _excursions.Add((depth.GetInt64(), Number(line, "t_ms")));
        }
        else if (line.TryGetProperty("drip_nl", out JsonElement drip) && _dripsFrom != 0)
        {
            _drips[_dripsFrom] = _drips.GetValueOrDefault(_dripsFrom) + drip.GetInt64();
        }

        return null;
    }

    private void Take(TruthInstantLine instant)
    {
        NeedleHome = instant.Name switch { "needle_home" => true, "needle_out" => false, _ => NeedleHome };
        PlungerMoving = instant.Name switch { "plunger_moves" => true, "plunger_still" => false, _ => PlungerMoving };
        if (instant.Shot == 0)
        {
            return;
        }

        if (instant.Shot != Shot)
        {
            (Shot, Phase) = (instant.Shot, StrokePhase.Begin);
        }

        Phase = instant.Name switch
        {
            "needle_out" => StrokePhase.Out,
            "plunger_moves" => StrokePhase.Flow,
            "plunger_still" when !NeedleHome => StrokePhase.Dwell,
            "needle_home" => StrokePhase.Back,
            _ => Phase,
        };
    }

    private void Stroke(in JsonElement line)
    {
        TruthStrokeLine stroke = new(
            (uint)Number(line, "shot"), (ushort)Number(line, "zone"), Number(line, "depth_um"), Number(line, "volume_nl"), Number(line, "begin_ms"), Number(line, "t_ms"));
        _strokes.Add(stroke);
        _dripsFrom = stroke.Shot;
        (Shot, Phase) = (stroke.Shot, StrokePhase.End);
    }

    private static long Number(in JsonElement line, string name) => line.GetProperty(name).GetInt64();
}
