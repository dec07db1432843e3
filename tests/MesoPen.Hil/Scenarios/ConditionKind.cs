namespace MesoPen.Hil;

/// <summary>What a condition asks. See <see cref="ConditionForms"/> for how each is written.</summary>
internal enum ConditionKind
{
    Shot,
    DeviceHears,
    HostHears,
    HostSends,
    State,
    DeviceState,
    Zone,
    Asked,
    Told,
    FaultLatched,
    RunEnds,
    Closed,
    Boot,
    NeedleHome,
    PlungerStill,
    AtRest,
    ShotsFired,
    ShotsRecorded,
    PermitLive,
    NoPermitLive,
    Row,
}
