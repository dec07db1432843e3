using MesoPen.Host.Input;

namespace MesoPen.Tests.Host.Input;

/// <summary>A folder with a plan, a profile and a catalogue that fit each other, of which a test changes one thing.</summary>
internal sealed class InputFolder : IDisposable
{
    public const string Plan = """
        plan: 1
        id: test
        title: Test plan
        profile: pen
        product:
          name: Saline
          lot: L1
          expires: 2031-06-30
          volume_nl: 1000000
        prime_nl: 50000
        needle:
          sticks_max: 60
          reason: one head
        zones:
          - zone: cheek.left
            technique: micro-depot
            trigger: single
            points: 10
            dose_nl: 20000
            needle_length_um: 1400
            angle_deg: 45
            spacing_um: 10000
            min_interval_ms: 250
        """;

    public const string Profile = """
        profile: 1
        id: pen
        title: Pen
        version: "7"
        kind: pen
        baud: 115200
        needles: 1
        caps:
          depth_min_um: 500
          depth_max_um: 4000
          dose_min_nl: 1000
          dose_max_nl: 100000
          dose_step_nl: 500
          min_interval_ms: 200
          lease_max_ms: 250
          permit_shots_max: 8
          journal_capacity: 256
          cartridge_nl: 3000000
          prime_max_nl: 100000
          trigger_modes: [single, repeat]
        mechanics:
          plunger_steps_per_ml: 50000
          needle_out_um_per_s: 100000
          needle_back_um_per_s: 100000
          flow_nl_per_s: 100000
          settle_ms: 10
          dwell_ms: 80
          occlusion_kpa: 1200
          depth_tolerance_um: 100
          temperature_min_cc: 500
          temperature_max_cc: 4000
          battery_min_permille: 100
          trigger_stuck_ms: 10000
          retract_ms_max: 160
        tolerance:
          depth_um: 60
          dose_nl: 150
          dose_permille: 20
          cut_nl: 500
        sources:
          - {for: caps.depth_max_um, source: "https://example.org/depth"}
        """;

    public const string Zones = """
        zones: 1
        version: "3"
        title: Test zones
        sources:
          - {source: study-a, title: Study A, url: "https://example.org/a", confidence: study}
          - {source: study-b, title: Study B, url: "https://example.org/b", confidence: study}
        catalogue:
          - zone: cheek.left
            title: Cheek, left
            techniques: [micro-depot]
            depth_min_um: {value: 200, source: study-a}
            depth_max_um: {value: 1000, source: study-a, note: women}
            dose_max_nl: {value: 50000, source: study-b}
            volume_max_nl: {value: 500000, source: study-b}
            spacing_min_um: {value: 5000, source: study-b}
            studies:
              - {of: depth_max_um, value: 1000, source: study-a}
              - {of: depth_max_um, value: 1900, source: study-b}
          - zone: hand.left
            title: Hand, left
            techniques: [micro-depot]
            depth_max_um: null
            dose_max_nl: {value: 20000, source: study-b}
          - zone: eye.left
            title: Eye, left
            area: orbit.left
            techniques: [micro-depot]
            depth_max_um: {value: 750, source: study-a}
            dose_max_nl: {value: 50000, source: study-b}
            volume_max_nl: {value: 500000, source: study-b}
          - zone: lid.left
            title: Lid, left
            area: orbit.left
            techniques: [micro-depot]
            depth_max_um: {value: 750, source: study-a}
            dose_max_nl: {value: 50000, source: study-b}
            volume_max_nl: {value: 500000, source: study-b}
        """;

    private readonly TempFolder _folder = new();

    public InputFolder(string plan = Plan, string profile = Profile, string zones = Zones)
    {
        File.WriteAllText(PlanPath, plan);
        File.WriteAllText(ProfilePath, profile);
        File.WriteAllText(ZonesPath, zones);
    }

    public string Folder => _folder.Path;

    public string PlanPath => _folder.File("plan.yaml");

    public string ProfilePath => _folder.File("pen.yaml");

    public string ZonesPath => _folder.File("zones.yaml");

    public TreatmentInput Load() => TreatmentInput.Load(PlanPath, ZonesPath, Folder);

    /// <summary>The sentence with which loading is refused, as "file:line: sentence" with the file's bare name.</summary>
    public string Refusal()
    {
        InputException refused = Assert.Throws<InputException>(() => Load());
        Assert.DoesNotContain('\n', refused.Message);
        return refused.Message.Replace(_folder.Path + "/", string.Empty, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
