namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>What may happen next.</summary>
internal enum MoveKind
{
    RequestArrives, RequestArrivesTooLate, WordIsHeard,
    HostRepeats, HostRepeatsStop, HostPolls, HostPollsLater,
    TriggerPulled, ShotEndsWhole, ShotEndsEmpty, ShotEndsShort, LeaseLapses,
    DiskWrites, DiskFails,
    PersonArms, PersonPauses, PersonStops, PersonClears, PersonSettles, PersonConfirms, PersonPrimes, PersonCloses,
    LinkIsCut, LinkIsMade, DeviceResets, DeviceFaults, JournalLosesEntry, HostIsKilled,
}
