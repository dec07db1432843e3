using System.Collections.Immutable;
using MesoPen.Kernel;

namespace MesoPen.Host.Api.Events;

/// <summary>
/// The priority of every stop and fault. All of them latch: whatever was latched, plunger and needle are told to rest at once by device and host, and only
/// a person's release with a reason ends it (SR-063 and after). So a priority says how soon somebody must look, not how soon the machine must act.
/// </summary>
internal static class AlarmCatalogue
{
    // High: an injury may be there already, or be made by leaving the device where it is. Medium: something is wrong with what was given, or it would be
    // wrong to go on; the patient is safe with the device at rest. Low: the treatment waits, and that is all.
    private static readonly ImmutableSortedDictionary<int, (AlarmPriority Priority, string Why)> Priorities = new Dictionary<int, (AlarmPriority, string)>
    {
        [1] = (AlarmPriority.Low, "A person asked for it, and is there."),
        [2] = (AlarmPriority.Low, "A person pressed it, and is there."),
        [10] = (AlarmPriority.Medium, "Pressure stands in the line, and goes out when the needle is freed."),
        [11] = (AlarmPriority.Medium, "Less or more than the dose may have been given."),
        [12] = (AlarmPriority.High, "The needle may stand in the skin."),
        [13] = (AlarmPriority.High, "The needle went deeper than allowed: tissue below may be hurt."),
        [14] = (AlarmPriority.Low, "Nothing is given any more."),
        [15] = (AlarmPriority.Low, "Nothing is given any more."),
        [16] = (AlarmPriority.Medium, "A hot part may touch the skin."),
        [17] = (AlarmPriority.Low, "Nothing is given until it is warm."),
        [18] = (AlarmPriority.Medium, "Once armed again it would fire without a hand."),
        [20] = (AlarmPriority.Medium, "What was given cannot be read back from it."),
        [21] = (AlarmPriority.Medium, "A shot may have been broken off."),
        [23] = (AlarmPriority.Low, "The treatment waits for the charger."),
        [24] = (AlarmPriority.Medium, "What the device says of depth, pressure or volume cannot be trusted."),
        [25] = (AlarmPriority.Low, "The treatment waits until its journal is read."),
        [26] = (AlarmPriority.Low, "It failed off the skin, before anything was armed."),
        [27] = (AlarmPriority.High, "More than the dose may have been given."),
        [FaultCatalogue.CountersContradict] = (AlarmPriority.Medium, "What was given is not known."),
        [FaultCatalogue.ShotWithoutPermit] = (AlarmPriority.High, "Something was injected that nobody allowed."),
        [FaultCatalogue.ShotOverDose] = (AlarmPriority.High, "More than the dose was given."),
        [FaultCatalogue.ShotTooDeep] = (AlarmPriority.High, "The needle went deeper than allowed: tissue below may be hurt."),
        [FaultCatalogue.AnotherDevice] = (AlarmPriority.Low, "Nothing is armed with it."),
    }.ToImmutableSortedDictionary();

    /// <summary>All of them, by number.</summary>
    public static ImmutableArray<AlarmView> All { get; } = [.. FaultCatalogue.All.OrderBy(fault => fault.Number).Select(Of)];

    /// <summary>The alarm of a fault. One that this host does not know may be anything: high.</summary>
    public static AlarmView Of(Fault fault)
    {
        (AlarmPriority priority, string why) = Priorities.GetValueOrDefault(fault.Number, (AlarmPriority.High, "Nobody here knows what it means."));
        return new AlarmView(fault.Number, priority, fault.Sentence, fault.Remedy, why);
    }
}
