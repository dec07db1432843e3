using System.Text.Json;

namespace MesoPen.Hil;

/// <summary>What a row says of a shot, held against the plant the moment it is on the disk.</summary>
internal sealed partial class TruthOracle
{
    /// <summary>A row is on the disk. A shot that gave something must not stand there as one that gave nothing.</summary>
    public void JudgeRow(string kind, JsonElement body)
    {
        if (kind != "shot" || !body.GetProperty("outcome").ValueEquals("not-delivered"))
        {
            return;
        }

        uint shot = (uint)body.GetProperty("shot").GetInt64();
        double gave = _shotNl.GetValueOrDefault(shot);
        if (gave > _profile.Tolerance.CutNl)
        {
            Fail(6, $"shot {shot} stands on the disk as not delivered, and gave {gave:0} nL.");
        }
    }
}
