namespace MesoPen.Host.Connection;

/// <summary>Carries a refusal out of an identification.</summary>
internal sealed class RefusedException(ConnectionRefusal refusal) : Exception(refusal.Sentence)
{
    public ConnectionRefusal Refusal { get; } = refusal;
}
