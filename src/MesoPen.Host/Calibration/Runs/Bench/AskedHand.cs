namespace MesoPen.Host.Calibration;

/// <summary>A person who is asked on a page and answers when he or she likes.</summary>
/// <param name="clock">The time.</param>
internal sealed class AskedHand(TimeProvider clock) : IBenchHand
{
    private readonly Lock _gate = new();
    private BenchQuestion? _asked;
    private TaskCompletionSource<BenchAnswer>? _waiting;

    /// <summary>What is asked at this moment, whoever asks it: the routine, or an instrument that a person reads. Null as soon as it is answered.</summary>
    public BenchQuestion? Asked
    {
        get
        {
            lock (_gate)
            {
                return _asked;
            }
        }
    }

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
            _asked = null;
            waiting.TrySetResult(answer);
            return null;
        }
    }

    /// <inheritdoc />
    public Task ConfirmAsync(string sentence, CancellationToken cancel) => AskAsync(new BenchQuestion(BenchWants.Done, sentence), cancel);

    /// <inheritdoc />
    public async Task<long> ReadAsync(BenchWants what, string sentence, CancellationToken cancel) =>
        (await AskAsync(new BenchQuestion(what, sentence), cancel)).Value!.Value;

    /// <inheritdoc />
    public async Task<EnvironmentReading> EnvironmentAsync(CancellationToken cancel) => ReadingOf(await AskAsync(
        new BenchQuestion(BenchWants.Environment, "Read the temperature of the water, and temperature, pressure and humidity of the air."), cancel))!;

    private async Task<BenchAnswer> AskAsync(BenchQuestion question, CancellationToken cancel)
    {
        TaskCompletionSource<BenchAnswer> waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            (_asked, _waiting) = (question, waiting);
        }

        try
        {
            return await waiting.Task.WaitAsync(cancel);
        }
        finally
        {
            lock (_gate)
            {
                if (_waiting == waiting)
                {
                    (_asked, _waiting) = (null, null);
                }
            }
        }
    }

    private string? Wrong(BenchAnswer answer) => _asked?.Wants switch
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
