namespace MesoPen.Tests.EndToEnd;

/// <summary>A gun that is there for all tests of a class, and that none of them may bring to fire.</summary>
public sealed class OpenGun : IAsyncLifetime
{
    internal TreatmentRoom Room { get; } = new();

    public async ValueTask InitializeAsync() => await Room.StartGunAsync();

    public ValueTask DisposeAsync() => Room.DisposeAsync();
}
