using System.Collections.Immutable;
using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Tests.Time;
using Decision = MesoPen.Host.Clinic.Decision;

namespace MesoPen.Tests;

/// <summary>A calibration on a model bench, in virtual time, with a journal in memory that outlives every cut.</summary>
internal sealed class ModelRun : IDisposable
{
    private static readonly DateOnly s_due = new(2032, 1, 1);
    private readonly ClinicDesk _desk;
    private readonly (ICalibrationDevice Device, IInstrument Instrument, string Serial)? _other;

    public ModelRun(BenchTruth truth, CalibrationKind kind = CalibrationKind.Volume, AdjustWhen adjust = AdjustWhen.Failed, ImmutableArray<CalibrationPoint>? points = null,
        Func<VirtualLoop, (ICalibrationDevice Device, IInstrument Instrument, string Serial)>? other = null)
    {
        _other = other?.Invoke(Time);
        Bench = new ModelBench(Time, truth);
        Hand = new ModelHand(Time.Loop);
        Hand.Does = sentence =>
        {
            if (sentence.Contains("cartridge", StringComparison.Ordinal))
            {
                Bench.Fill();
            }
            else if (sentence.Contains("off and on", StringComparison.Ordinal))
            {
                Bench.CutDevice();
            }
        };
        _desk = new ClinicDesk(Journal, Time.Loop);
        foreach (ReferenceInstrument each in References)
        {
            Do(Engineer, (state, who) => ReferenceRules.Save(state, each, who));
        }

        CalibrationSetup setup = new(
            points ?? Points(kind), DecisionRule.Simple, CalibrationSetups.CoveragePermyriad, [], "distilled water", 8000, 0, 0, "own device", "model", 12, null);
        BenchSetup bench = new("model", null, null, 1, 2000, other is null ? 120_000 : 20_000, adjust, new HeldScale(DeviceScale.Nominal, 20_000, null));
        Id = Do(Engineer, (state, who) => CalibrationRules.Begin(
            state, new CalibrationBegun("", "K-1", "station-1", kind, new CalibratedDevice("gun-5", _other?.Serial ?? "MODEL-1", "1.0.0", 5, true, null, "in use"), setup, bench),
            [.. References.Select(each => each.ReferenceId)], who));
    }

    public static Actor Engineer { get; } = new("ada", Role.Engineer, "station-1", default) { Fresh = true };

    public static Actor Second { get; } = new("ben", Role.Engineer, "station-1", default) { Fresh = true };

    /// <summary>Balance and sensors with small errors of their own.</summary>
    public static ImmutableArray<ReferenceInstrument> References { get; } =
    [
        new("B-1", "balance", "Model 82", "1", "B-2031", s_due, 10_000, 40_000, 2000, 0),
        new("T-1", "thermometer", "Model T", "2", "T-2031", s_due, 10, 50, 2000, 0),
        new("P-1", "barometer", "Model P", "3", "P-2031", s_due, 10, 50, 2000, 0),
        new("H-1", "hygrometer", "Model H", "4", "H-2031", s_due, 1, 20, 2000, 0),
        new("M-1", "pressure", "Model M", "6", "M-2031", s_due, 100, 1000, 2000, 0),
        new("G-1", "gauge", "Model G", "5", "G-2031", s_due, 1000, 1000, 2000, 0),
    ];

    public VirtualLoop Time { get; } = new();

    public MemorySiteJournal Journal { get; } = new();

    public ModelBench Bench { get; }

    public ModelHand Hand { get; }

    public string Id { get; }

    public CalibrationRun Run => Read().Calibrations.All[Id];

    public ClinicState State => Read();

    /// <summary>Three doses, five depths.</summary>
    public static ImmutableArray<CalibrationPoint> Points(CalibrationKind kind) => kind == CalibrationKind.Volume
        ? [Dose(10_000, 400, 5), Dose(50_000, 1000, 1), Dose(100_000, 2000, 1)]
        : [.. new long[] { 600, 1500, 3000, 4500, 6000 }.Select(depth => new CalibrationPoint(depth, 60, "model", 3, 1))];

    /// <summary>Lets the bench work until it rests, or until a cut at this moment: whoever worked then never comes to an end.</summary>
    /// <param name="cutAfter">From now; null for no cut.</param>
    /// <returns>Why it rests; null if it was cut.</returns>
    public BenchEnd? Work(TimeSpan? cutAfter = null)
    {
        CalibrationRun run = Run;
        CancellationTokenSource never = new();
        CalibrationEngine engine = new(
            new BenchRecorder(_desk, "station-1"), new CuttableDevice(_other?.Device ?? Bench, never.Token),
            _other?.Instrument ?? (run.Begun.Kind == CalibrationKind.Depth ? Bench.Gauge : Bench.Balance), Hand, Time.Loop, _ => { });
        Task<BenchEnd>? working = null;
        Assert.True(Time.Loop.Post(() => working = engine.RunAsync(Id, never.Token)));
        bool done = Time.RunUntil(() => working is { IsCompleted: true }, cutAfter ?? TimeSpan.FromHours(12));
        if (!done && cutAfter is not null)
        {
            // The host's power: what waits is told to end at its next step, and nothing of it is written.
            Assert.True(Time.Loop.Post(never.Cancel));
            Time.RunFor(TimeSpan.FromSeconds(5));
            return null;
        }

        Assert.True(done, "The bench did not come to an end in half a day.");
        return working!.GetAwaiter().GetResult();
    }

    /// <summary>The second person accepts.</summary>
    public void Accept() => Do(Second, (state, who) => CalibrationRules.AcceptAdjustment(state, Id, who));

    /// <summary>Without the cross-check by drawing, which takes long.</summary>
    public CalibrationResult Evaluate() => CalibrationEvaluation.Of(Run.ToData(), 0);

    /// <summary>Lets a rule decide; gives the id.</summary>
    public string Do(Actor who, Func<ClinicState, Actor, Decision> rule)
    {
        Decision decision = Ask(who, rule);
        Assert.Null(decision.Problem);
        return decision.Id;
    }

    public Decision Ask(Actor who, Func<ClinicState, Actor, Decision> rule) => _desk.DecideAsync(who, rule).GetAwaiter().GetResult().Decision;

    /// <summary>People who may sign.</summary>
    public void Employ()
    {
        foreach ((string id, string name) in new[] { ("ada", "Ada"), ("ben", "Ben") })
        {
            Do(Engineer, (_, _) => Decision.Accept(id, new PersonAdded("ada", id, name, Role.Engineer)));
        }
    }

    public void Dispose() => _desk.Dispose();

    private static CalibrationPoint Dose(long nl, long tolerance, int shots) => new(nl, tolerance, "model", 10, shots);

    private ClinicState Read() => _desk.ReadAsync().GetAwaiter().GetResult();
}
