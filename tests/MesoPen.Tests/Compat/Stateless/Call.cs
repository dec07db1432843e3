namespace MesoPen.Tests.Compat.Stateless;

/// <summary>The triggers of the telephone that the tests of the state machine run on.</summary>
internal enum Call
{
    Dial,
    Answer,
    HangUp,
    Hold,
    Resume,
    Mute,
    SetVolume,
    Throw,
}
