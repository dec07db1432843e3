using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>What a protocol or plan comes to, its limits, and what stands against it.</summary>
/// <param name="Allowed">Whether it could be saved as it is.</param>
/// <param name="Refusals">Everything that stands against it, each with its zone and field.</param>
/// <param name="Limits">The tightest limit of each kind in each zone, and of the session.</param>
/// <param name="Zones">Sums of each zone that could be read, in the order of work.</param>
/// <param name="Shots">Shots of these zones.</param>
/// <param name="VolumeNl">Volume of these zones, nL.</param>
/// <param name="PrimeNl">Fills the line before the first shot, nL.</param>
/// <param name="LoadedNl">What was said to be loaded, nL; null if it was not said.</param>
/// <param name="LeftNl">What would stay of it, nL, below zero if there is too little; null if nothing was said to be loaded.</param>
/// <param name="Cartridges">Full cartridges that it takes: of what is loaded, else of what is needed.</param>
/// <param name="NeedleHeads">Needle heads, by the shots that the plan allows with one.</param>
/// <param name="MachineMs">Time that the machine needs, ms.</param>
/// <param name="HandMs">Time that the hand is taken to need, ms.</param>
/// <param name="Notes">What is allowed but should be known.</param>
public sealed record PlanCheck(
    bool Allowed,
    ImmutableArray<PlanCheckRefusal> Refusals,
    ImmutableArray<PlanCheckLimit> Limits,
    ImmutableArray<PlanCheckZone> Zones,
    int Shots,
    long VolumeNl,
    long PrimeNl,
    long? LoadedNl,
    long? LeftNl,
    long Cartridges,
    long NeedleHeads,
    long MachineMs,
    long HandMs,
    ImmutableArray<string> Notes);
