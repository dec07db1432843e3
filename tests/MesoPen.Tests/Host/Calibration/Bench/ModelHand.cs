using MesoPen.Host.Calibration;

namespace MesoPen.Tests;

/// <summary>A person who does at once what is asked, and writes down what it was.</summary>
internal sealed class ModelHand(TimeProvider clock) : IBenchHand
{
    public List<string> Asked { get; } = [];

    /// <summary>What is done besides when something is asked.</summary>
    public Action<string>? Does { get; set; }

    public long Value { get; set; }

    public Task ConfirmAsync(string sentence, CancellationToken cancel)
    {
        Asked.Add(sentence);
        Does?.Invoke(sentence);
        return Task.CompletedTask;
    }

    public Task<long> ReadAsync(BenchWants what, string sentence, CancellationToken cancel) => Task.FromResult(Value);

    public Task<EnvironmentReading> EnvironmentAsync(CancellationToken cancel) => Task.FromResult(
        new EnvironmentReading(clock.GetUtcNow().ToUnixTimeMilliseconds(), 20_000, 20_000, 101_325, 500, "typed"));
}
