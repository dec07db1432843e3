using MesoPen.Host.Records;

namespace MesoPen.Host.Api.Health;

/// <summary>How far this station's rows have come to the shared database.</summary>
internal sealed class DeliveryCheck(StationDelivery delivery) : IReadinessCheck
{
    public string Name => "delivery";

    public Task<ReadinessFinding> CheckAsync(CancellationToken cancel)
    {
        DeliveryState state = delivery.State;
        return Task.FromResult(
            state.Trouble is { } trouble ? new ReadinessFinding(ReadinessState.Degraded, trouble)
            : state.Pending is > 0 and { } pending ? new ReadinessFinding(ReadinessState.Ready, $"{pending} rows on their way to the shared database.")
            : new ReadinessFinding(ReadinessState.Ready, "Every row of this station is in the shared database."));
    }
}
