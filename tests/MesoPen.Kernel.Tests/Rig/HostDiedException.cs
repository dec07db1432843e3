namespace MesoPen.Kernel.Tests.Rig;

/// <summary>The host of a test was killed here.</summary>
internal sealed class HostDiedException : Exception
{
    public HostDiedException()
        : base("The host died.")
    {
    }
}
