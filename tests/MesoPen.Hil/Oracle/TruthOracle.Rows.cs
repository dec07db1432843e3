using System.Text.Json.Nodes;

namespace MesoPen.Hil;

/// <summary>What a row says of a shot, held against the plant the moment it is on the disk.</summary>
internal sealed partial class TruthOracle
{
    /// <summary>A row is on the disk. A shot that gave something must not stand there as one that gave nothing.</summary>
    public void JudgeRow(string kind, JsonNode body)
    {
        if (kind != "shot" || (string)body["outcome"]! != "not-delivered")
        {
            return;
        }

        uint shot = (uint)body["shot"]!.GetValue<long>();
        double gave = _shotNl.GetValueOrDefault(shot);
        if (gave > _profile.Tolerance.CutNl)
        {
            Fail(6, $"shot {shot} stands on the disk as not delivered, and gave {gave:0} nL.");
        }
    }
}
