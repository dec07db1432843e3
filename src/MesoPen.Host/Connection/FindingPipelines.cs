using MesoPen.Host.Loop;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace MesoPen.Host.Connection;

/// <summary>How a connection tries again: the three Polly pipelines, all on the loop's time, chance from the random given.</summary>
internal static class FindingPipelines
{
    /// <summary>A request: the same bytes again when an attempt timed out, at once. Safe because every request is idempotent (protocol.md section 1).</summary>
    public static ResiliencePipeline Request(EventLoop loop, ConnectionOptions options) => new ResiliencePipelineBuilder { TimeProvider = loop }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<TimeoutRejectedException>(),
            MaxRetryAttempts = options.Repeats,
            Delay = TimeSpan.Zero,
        })
        .AddTimeout(options.AttemptTimeout)
        .Build();

    /// <summary>Opening and identifying.</summary>
    public static ResiliencePipeline Find(EventLoop loop, ConnectionOptions options) =>
        new ResiliencePipelineBuilder { TimeProvider = loop }.AddTimeout(options.FindTimeout).Build();

    /// <summary>
    /// For ever: wait longer after each failure, with jitter so that hosts do not beat in step; and while a device that answers cannot be
    /// identified again and again, pause for long. A line on which nothing is heard does not count: a device that is switched on at last
    /// must be found soon.
    /// </summary>
    public static ResiliencePipeline Forever(EventLoop loop, ConnectionOptions options, Random chance, Action<Exception, TimeSpan> waiting) =>
        new ResiliencePipelineBuilder { TimeProvider = loop }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<AttemptFailedException>().Handle<BrokenCircuitException>(),
                MaxRetryAttempts = int.MaxValue,
                Delay = TimeSpan.Zero,
                DelayGenerator = arguments => new ValueTask<TimeSpan?>(
                    (arguments.Outcome.Exception as BrokenCircuitException)?.RetryAfter ?? Backoff(options, chance, arguments.AttemptNumber)),
                OnRetry = arguments =>
                {
                    waiting(arguments.Outcome.Exception!, arguments.RetryDelay);
                    return default;
                },
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<AttemptFailedException>(static failure => failure.Answering),
                FailureRatio = 0.5,
                MinimumThroughput = options.BreakerFailures,
                SamplingDuration = options.BreakerWindow,
                BreakDuration = options.BreakerPause,
            })
            .Build();

    /// <summary>
    /// Twice as long after each failure, up to the longest, and half of it either way by chance. Products of whole numbers alone: a seed gives
    /// the same waits on every machine, which Polly's own jitter (Math.Pow, Math.Tanh) does not promise.
    /// </summary>
    private static TimeSpan Backoff(ConnectionOptions options, Random chance, int failures)
    {
        const int DoublingsMax = 16;
        const int Whole = 1024;
        long median = options.FirstBackoff.Ticks << Math.Min(failures, DoublingsMax);
        long wait = median * ((Whole / 2) + chance.Next(Whole)) / Whole;
        return TimeSpan.FromTicks(Math.Min(wait, options.LongestBackoff.Ticks));
    }
}
