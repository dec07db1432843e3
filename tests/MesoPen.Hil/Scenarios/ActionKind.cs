namespace MesoPen.Hil;

/// <summary>What a step does. See <see cref="ActionForms"/> for how each is written.</summary>
internal enum ActionKind
{
    Stop,
    Pause,
    PressStopButton,
    ReleaseStopButton,
    KillHost,
    StartHost,
    Fault,
    EndFault,
    Weather,
    Answer,
    PullCartridge,
    InsertCartridge,
    TakeOverUnknown,
    SetScale,
    End,
}
