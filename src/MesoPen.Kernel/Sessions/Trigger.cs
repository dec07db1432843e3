namespace MesoPen.Kernel;

/// <summary>What moves a session from state to state; docs/session.md shows which where.</summary>
internal enum Trigger
{
    Connect, Identify, Drop, Reconcile, MakeReady, LoseReady, Prime, EndPrime, Calibrate, EndCalibrate,
    Arm, BeginShot, EndShot, Disarm, Pause, Stop, Fault, Clear,
}
