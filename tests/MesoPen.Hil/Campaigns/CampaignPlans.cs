using MesoPen.Host.Input;

namespace MesoPen.Hil;

/// <summary>The plans that campaigns cut their treatments from, read once and only read from then on: many threads may share them.</summary>
internal sealed class CampaignPlans
{
    private static readonly string[] Ids = ["demo-short", "full-face-micro-depots", "full-face-stamp", "scalp", "hands"];

    /// <summary>Reads the plans beside this program, or in a folder.</summary>
    /// <exception cref="InputException">A file is not there or not what it must be.</exception>
    public CampaignPlans(string? folder = null)
    {
        string root = folder ?? AppContext.BaseDirectory;
        string zones = Path.Combine(root, "hardware", "zones.yaml");
        string profiles = Path.Combine(root, "hardware", "profiles");
        All = [.. Ids.Select(id => TreatmentInput.Load(Path.Combine(root, "plans", id + ".yaml"), zones, profiles))];
    }

    /// <summary>All of them, whole: pen, five needles, nine needles.</summary>
    public IReadOnlyList<TreatmentInput> All { get; }
}
