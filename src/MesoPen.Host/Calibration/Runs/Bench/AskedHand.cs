using MesoPen.Host.Clinic;

namespace MesoPen.Host.Calibration;

/// <summary>A person who is asked on a page and answers when he or she likes.</summary>
/// <param name="clock">The time.</param>
internal sealed class AskedHand(TimeProvider clock) : IBenchHand
{
    private readonly Lock _gate = new();
    private TaskCompletionSource<BenchAnswer>? _waiting;
    private BenchQuestion? _asks;
    private int _number;

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

    /// <summary>Answers what is asked; a problem if nothing like it is asked, or if the answer cannot be.</summary>
    public Problem? Answer(BenchAnswer answer)
    {
        lock (_gate)
        {
            if (_waiting is null || answer.Question != _asks!.Number)
            {
                return CalibrationProblems.NothingAsked.With("This is not asked at this moment: look at the bench anew.");
            }

            if (Wrong(answer) is { } wrong)
            {
                return ClinicProblems.Invalid.With(wrong);
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
        BenchWants.Environment, "Read the temperature of the water, and temperature, pressure and humidity of the air.", cancel), out _)!;

    private async Task<BenchAnswer> AskAsync(BenchWants wants, string sentence, CancellationToken cancel)
    {
        TaskCompletionSource<BenchAnswer> waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            (_asks, _waiting) = (new BenchQuestion(++_number, wants, sentence), waiting);
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
        BenchWants.Environment => ReadingOf(answer, out string wrong) is null ? wrong : null,
        _ => answer.Value is null ? "value is needed." : null,
    };

    private EnvironmentReading? ReadingOf(BenchAnswer answer, out string wrong)
    {
        wrong = answer.WaterMilliC is null ? "The water's temperature is needed, °C (water_milli_c, m°C)."
            : answer.AirMilliC is null ? "The air's temperature is needed, °C (air_milli_c, m°C)."
            : answer.PressurePa is null ? "The air's pressure is needed, hPa (pressure_pa, Pa)."
            : answer.HumidityPermille is null ? "The humidity is needed, % (humidity_permille, permille)."
            : "";
        return wrong.Length > 0 ? null : EnvironmentText.Of(
            answer.WaterMilliC!.Value / 1000m, answer.AirMilliC!.Value / 1000m, answer.PressurePa!.Value / 100m, answer.HumidityPermille!.Value / 10m,
            clock.GetUtcNow(), "typed", out wrong);
    }
}
