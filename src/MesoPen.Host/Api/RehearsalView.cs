using System.Collections.Immutable;
using MesoPen.Host.Input;
using MesoPen.Host.Station;

namespace MesoPen.Host.Api;

/// <summary>What a session would come to, asked before it is opened.</summary>
/// <param name="Problem">Why it could not be opened; null if it could.</param>
/// <param name="Gates">Every prerequisite; none if plan, vial, head and profile do not make a treatment at all.</param>
public sealed record RehearsalView(RehearsalProblem? Problem, ImmutableArray<StationGate> Gates)
{
    /// <summary>Zones in the order of work.</summary>
    public ImmutableArray<RehearsalZone> Zones { get; init; } = [];

    /// <summary>Shots of all zones.</summary>
    public int Shots { get; init; }

    /// <summary>Volume of all zones, nL.</summary>
    public long VolumeNl { get; init; }

    /// <summary>Fills the line, nL.</summary>
    public long PrimeNl { get; init; }

    /// <summary>Drawn into the cartridge, nL.</summary>
    public long LoadedNl { get; init; }

    /// <summary>What stays in the cartridge, nL; below zero if there is too little.</summary>
    public long LeftNl { get; init; }

    /// <summary>Time that the machine needs, ms.</summary>
    public long MachineMs { get; init; }

    /// <summary>Time that the hand is taken to need, a second to each point, ms.</summary>
    public long HandMs { get; init; }

    /// <summary>Needle heads, by the shots that the plan allows with one.</summary>
    public long NeedleHeads { get; init; }

    /// <summary>Full cartridges that the loaded volume takes.</summary>
    public long Cartridges { get; init; }

    /// <summary>The tightest limit of each kind, in each zone and of the session.</summary>
    public ImmutableArray<LimitView> Limits { get; init; } = [];

    /// <summary>What is allowed but should be known.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>With the sums of a plan.</summary>
    internal RehearsalView With(PlanReport report) => this with
    {
        Zones = [.. report.Input.Plan.Zones.Select(zone => new RehearsalZone(
            zone.Zone, zone.Points, zone.Dose.Nl, zone.Total.Nl, report.MachineMsOf(zone)))],
        Shots = report.Shots,
        VolumeNl = report.Volume.Nl,
        PrimeNl = report.Input.Plan.Prime.Nl,
        LoadedNl = report.Input.Plan.Product.Loaded.Nl,
        LeftNl = report.LeftOver.Nl,
        MachineMs = report.MachineMs,
        HandMs = report.HandMs,
        NeedleHeads = report.NeedleHeads,
        Cartridges = report.Cartridges,
        Limits = [.. report.Limits.Select(each => LimitView.Of(each.Zone, each.Limit))],
        Notes = [.. report.Notes],
    };
}
