namespace MesoPen.Tests.Compat.Stateless;

/// <summary>The states of the telephone that the tests of the state machine run on.</summary>
internal enum Phone
{
    OffHook,
    Ringing,
    Connected,
    OnHold,
    Muted,
    Destroyed,
}
