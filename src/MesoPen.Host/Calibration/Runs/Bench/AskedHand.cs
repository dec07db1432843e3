namespace MesoPen.Host.Calibration;

/// <summary>A person who is asked on a page and answers when he or she likes.</summary>
/// <param name="clock">The time.</param>
internal sealed class AskedHand(TimeProvider clock) : IBenchHand
{
    private readonly Lock _gate = new();
    private BenchWants _wants;
    private TaskCompletionSource<BenchAnswer>? _waiting;

    /// <summary>Answers what is asked; a sentence if that is no answer to it.</summary>
    public string? Answer(BenchAnswer answer)
    {
        lock (_gate)
        {
            if (_waiting is null)
            {
                return "Nothing is asked at this moment.";
            }

            if (Wrong(answer) is { } wrong)
            {
                return wrong;
            }

            TaskCompletionSource<BenchAnswer> waiting = _waiting;
            _waiting = null;
            waiting.TrySetResult(answer);
            return null;
        }
    }

    /// <inheritdoc />
    public Task ConfirmAsync(string sentence, CancellationToken cancel) => AskAsync(BenchWants.Done, cancel);

    /// <inheritdoc />
    public async Task<long> ReadAsync(BenchWants what, string sentence, CancellationToken cancel) => (await AskAsync(what, cancel)).Value!.Value;

    /// <inheritdoc />
    public async Task<EnvironmentReading> EnvironmentAsync(CancellationToken cancel) => ReadingOf(await AskAsync(BenchWants.Environment, cancel))!;

    private async Task<BenchAnswer> AskAsync(BenchWants wants, CancellationToken cancel)
    {
        TaskCompletionSource<BenchAnswer> waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            (_wants, _waiting) = (wants, waiting);
        }

        return await waiting.Task.WaitAsync(cancel);
    }

    private string? Wrong(BenchAnswer answer) => _wants switch
    {
        BenchWants.Done => null,
        BenchWants.Environment => ReadingOf(answer) is null
            ? "Water and air take 1000 to 45000 m°C, pressure 50000 to 110000 Pa, humidity 0 to 1000 permille; all four are needed." : null,
        _ => answer.Value is null ? "value is needed." : null,
    };

    private EnvironmentReading? ReadingOf(BenchAnswer answer) => answer is { WaterMilliC: { } water, AirMilliC: { } air, PressurePa: { } pressure, HumidityPermille: { } humidity }
        ? EnvironmentText.Of(water / 1000m, air / 1000m, pressure / 100m, humidity / 10m, clock.GetUtcNow(), "typed", out _)
        : null;
}
