namespace MesoPen.Host.Calibration;

/// <summary>A person who is asked on a page and answers when he or she likes.</summary>
/// <param name="clock">The time.</param>
/// <param name="next">The next number: no two questions have the same as long as the program runs, so that a late answer is not that of another work.</param>
internal sealed class AskedHand(TimeProvider clock, Func<int> next) : IBenchHand
{
    private readonly Lock _gate = new();
    private TaskCompletionSource<BenchAnswer>? _waiting;
    private BenchQuestion? _asks;

    /// <summary>What is asked; null if nothing is.</summary>
    public BenchQuestion? Asks
    {
        get
        {
            lock (_gate)
            {
                return _waiting is null ? null : _asks;
            }
        }
    }

    /// <summary>Answers what is asked; a sentence if that is no answer to it.</summary>
    public string? Answer(BenchAnswer answer)
    {
        lock (_gate)
        {
            if (_waiting is null || answer.Question != _asks!.Number)
            {
                return "This is not asked at this moment: look at the bench anew.";
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
    public Task ConfirmAsync(string sentence, CancellationToken cancel) => AskAsync(BenchWants.Done, sentence, cancel);

    /// <inheritdoc />
    public async Task<long> ReadAsync(BenchWants what, string sentence, CancellationToken cancel) => (await AskAsync(what, sentence, cancel)).Value!.Value;

    /// <inheritdoc />
    public async Task<EnvironmentReading> EnvironmentAsync(CancellationToken cancel) => ReadingOf(await AskAsync(
        BenchWants.Environment, "Read the temperature of the water, and temperature, pressure and humidity of the air.", cancel))!;

    private async Task<BenchAnswer> AskAsync(BenchWants wants, string sentence, CancellationToken cancel)
    {
        TaskCompletionSource<BenchAnswer> waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            (_asks, _waiting) = (new BenchQuestion(next(), wants, sentence), waiting);
        }

        try
        {
            return await waiting.Task.WaitAsync(cancel);
        }
        finally
        {
            lock (_gate)
            {
                _waiting = _waiting == waiting ? null : _waiting;
            }
        }
    }

    private string? Wrong(BenchAnswer answer) => _asks!.Wants switch
    {
        BenchWants.Done => null,
        BenchWants.Environment => ReadingOf(answer) is null
            ? "Water and air take 1000 to 45000 m°C, pressure 50000 to 110000 Pa, humidity 0 to 1000 permille; all four are needed." : null,
        _ => answer.Value is not { } value ? "value is needed."
            : ReadingBounds.Hold(value) ? null : $"value takes {ReadingBounds.Words}.",
    };

    private EnvironmentReading? ReadingOf(BenchAnswer answer) => answer is { WaterMilliC: { } water, AirMilliC: { } air, PressurePa: { } pressure, HumidityPermille: { } humidity }
        ? EnvironmentText.Of(water / 1000m, air / 1000m, pressure / 100m, humidity / 10m, clock.GetUtcNow(), "typed", out _)
        : null;
}
