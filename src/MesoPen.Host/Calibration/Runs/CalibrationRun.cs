using System.Collections.Immutable;
using MesoPen.Host.Calibration.Metrology;
using MesoPen.Host.Clinic;

namespace MesoPen.Host.Calibration;

/// <summary>One calibration as its events have made it. What was interrupted is not in its series.</summary>
/// <param name="Begun">How it was begun.</param>
/// <param name="BegunAt">When, UTC.</param>
public sealed record CalibrationRun(CalibrationBegun Begun, DateTimeOffset BegunAt)
{
    /// <summary>Its id.</summary>
    public string Id => Begun.CalibrationId;

    /// <summary>Sequence of the last row of it.</summary>
    public long Version { get; private init; }

    /// <summary>Time of the last row of it.</summary>
    public DateTimeOffset LastAt { get; private init; } = BegunAt;

    /// <summary>Room and water, in the order of time.</summary>
    public ImmutableArray<EnvironmentReading> Environment { get; private init; } = [];

    /// <summary>Whether the environment was read before the present series.</summary>
    public bool EnvironmentBefore { get; private init; }

    /// <summary>Whether something was measured after the last reading of the environment.</summary>
    public bool EnvironmentOwed { get; private init; } = true;

    /// <summary>As found; and as left once an adjustment is on the device.</summary>
    public ImmutableArray<CalibrationSeries> Series { get; private init; } = [NewSeries(SeriesKind.AsFound, Begun.Bench.Before.Scale)];

    /// <summary>The series that is being measured, or was last.</summary>
    public CalibrationSeries Current => Series[^1];

    /// <summary>A weighing that has begun and not ended: of a run that goes on, or interrupted.</summary>
    public WeighingIntent? OpenWeighing { get; private init; }

    /// <summary>A try against the closed way out that has begun and not ended.</summary>
    public OcclusionIntent? OpenOcclusion { get; private init; }

    /// <summary>The cartridge with which the line was filled and the tip wetted; null before.</summary>
    public long? RinsedCartridge { get; private init; }

    /// <summary>How many readings were not plausible since the last that was.</summary>
    public int RefusedInARow { get; private init; }

    /// <summary>Why readings were refused, in the order of time.</summary>
    public ImmutableArray<string> Refusals { get; private init; } = [];

    /// <summary>What was fitted to what was found; null if nothing was proposed.</summary>
    public ProposedAdjustment? Proposal { get; private init; }

    /// <summary>Who accepted it; null if nobody did.</summary>
    public CalibrationAdjustmentAccepted? Accepted { get; private init; }

    /// <summary>Why the device is not adjusted; null if nobody said so.</summary>
    public CalibrationAdjustmentDeclined? Declined { get; private init; }

    /// <summary>Why the adjustment was taken back; null if it was not.</summary>
    public CalibrationAdjustmentReverted? Reverted { get; private init; }

    /// <summary>The scale that the device holds.</summary>
    public DeviceScale Held { get; private init; } = Begun.Bench.Before.Scale;

    /// <summary>Its end; null before.</summary>
    public CalibrationEnded? Ended { get; private init; }

    /// <summary>Why it was given up; null if it was not.</summary>
    public CalibrationAborted? Aborted { get; private init; }

    /// <summary>Signature of whoever measured; null before.</summary>
    public CalibrationSigned? Signed { get; private init; }

    /// <summary>People besides the one who began it who answered the bench.</summary>
    public ImmutableArray<string> Hands { get; private init; } = [];

    /// <summary>What it says of the device as it is: of what was found while nothing was adjusted, or of what was left; null before that is known.</summary>
    public Verdict? Finding => Reverted is not null ? Proposal?.Found : Series.Length == 1 ? Ended?.Verdict ?? Proposal?.Found : Ended?.Verdict;

    /// <summary>What the device was told of its certificate; null before.</summary>
    public CalibrationDeviceTold? Told { get; private init; }

    /// <summary>How far it has come.</summary>
    public CalibrationPhase Phase => Reverted is not null && Held != Reverted.Scale ? CalibrationPhase.Reverting
        : Aborted is not null ? CalibrationPhase.Aborted
        : Ended is not null ? CalibrationPhase.Ended
        : Series.Length > 1 ? CalibrationPhase.AsLeft
        : Accepted is not null ? CalibrationPhase.Adjusting
        : Proposal is not null && Declined is null ? CalibrationPhase.AwaitingAcceptance
        : CalibrationPhase.AsFound;

    /// <summary>Whether the bench has still to do with it.</summary>
    public bool IsOpen => Phase is not (CalibrationPhase.Ended or CalibrationPhase.Aborted);

    /// <summary>Whether a person measured: began it, or answered the bench.</summary>
    public bool WasMeasuredBy(string personId) => Begun.By == personId || Hands.Contains(personId);

    /// <summary>All that was recorded, as a certificate holds it.</summary>
    public CalibrationData ToData() => new(
        Id, Begun.Kind, Begun.Device, Begun.Setup, BegunAt.ToUnixTimeMilliseconds(), LastAt.ToUnixTimeMilliseconds(), Environment, Series,
        Series.Length > 1 ? Series[^1].Scale : null, Ended?.ShotCounter ?? 0);

    /// <summary>Hash of the readings as found.</summary>
    public string AsFoundSha256() => ClinicJson.Sha256(Series[0]);

    internal CalibrationRun Apply(ClinicFact fact) => Fold(fact.Event) with
    {
        Version = fact.Sequence,
        LastAt = Ended is null && Aborted is null ? fact.At : LastAt,
    };

    private static CalibrationSeries NewSeries(SeriesKind kind, DeviceScale scale) => new(kind, scale, [], [], []);

    private CalibrationRun Fold(ClinicEvent happened) => happened switch
    {
        CalibrationEnvironmentTaken e => this with
        {
            // Taken once at the end of one series and the beginning of the next, it is one reading.
            Environment = Environment.Contains(e.Reading) ? Environment : Environment.Add(e.Reading),
            EnvironmentBefore = true, EnvironmentOwed = false,
        },
        CalibrationWeighingIntended e => this with { OpenWeighing = e.Intent },
        CalibrationWeighed e => Measured(Current with { Weighings = Current.Weighings.Add(e.Reading) }),
        CalibrationSweepIntended e => With(Current with
        {
            Gauge = Current.Gauge.RemoveAll(each => each.Replicate == e.Replicate && each.Needle == e.Needle),
        }),
        CalibrationGauged e => Measured(Current with { Gauge = Current.Gauge.Add(e.Reading) }),
        CalibrationOcclusionIntended e => this with { OpenOcclusion = e.Intent },
        CalibrationOcclusionSeen e => Measured(Current with { Occlusions = Current.Occlusions.Add(e.Reading) }),
        CalibrationReadingRefused e => this with
        {
            OpenWeighing = null, OpenOcclusion = null, RefusedInARow = RefusedInARow + 1, Refusals = Refusals.Add(e.Reason),
        },
        CalibrationAdjustmentProposed e => this with { Proposal = e.Proposal },
        CalibrationAdjustmentAccepted e => this with { Accepted = e },
        CalibrationAdjustmentDeclined e => this with { Declined = e },
        CalibrationAdjustmentReverted e => this with { Reverted = e },
        CalibrationScaleSet e => Reverted is null && Accepted?.Scale == e.Scale && Series.Length == 1
            ? this with { Held = e.Scale, EnvironmentBefore = false, Series = Series.Add(NewSeries(SeriesKind.AsLeft, e.Scale)) }
            : this with { Held = e.Scale },
        CalibrationHandled e => this with { Hands = Hands.Add(e.By) },
        CalibrationRinsed e => this with { RinsedCartridge = e.CartridgeId },
        CalibrationEnded e => this with { Ended = e },
        CalibrationAborted e => this with { Aborted = e },
        CalibrationSigned e => this with { Signed = e },
        CalibrationDeviceTold e => this with { Told = e },
        _ => this,
    };

    private CalibrationRun With(CalibrationSeries series) => this with { Series = Series.SetItem(Series.Length - 1, series) };

    private CalibrationRun Measured(CalibrationSeries series) =>
        With(series) with { OpenWeighing = null, OpenOcclusion = null, RefusedInARow = 0, EnvironmentOwed = true };
}
