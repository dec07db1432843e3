using System.Collections.Immutable;
using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Site;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Connection;
using MesoPen.Host.Input;
using MesoPen.Host.Links;
using MesoPen.Host.Station;
using Microsoft.AspNetCore.Http;

namespace MesoPen.Host.Api;

/// <summary>Where the API meets the bench: opens the way to devices, lets rules decide, and tells the bench to work.</summary>
internal sealed class CalibrationDesk(
    ApiOptions options, ClinicDesk clinic, ClinicRequests requests, CalibrationBench bench, DeviceTurn turn, HardwareCatalogue hardware, TimeProvider clock)
{
    /// <summary>What a calibration would be.</summary>
    public async Task<IResult> PlanAsync(PlanCalibration asked)
    {
        if (!hardware.Profiles.TryGetValue(asked.Model, out DeviceProfile? profile))
        {
            return ProblemAnswer.Of(ClinicProblems.Invalid.With($"model takes one of {string.Join(", ", hardware.Profiles.Keys)}."));
        }

        CalibrationsState state = (await clinic.ReadAsync()).Calibrations;
        BeginCalibration begin = new(asked.Kind, "-", null, asked.References, "-", "-", "-", 1, asked.Points);
        if (CalibrationSetups.Beyond(begin, profile) is { } beyond)
        {
            return ProblemAnswer.Of(ClinicProblems.Invalid.With(beyond));
        }

        ImmutableArray<CalibrationPoint> points = CalibrationSetups.Of(begin, profile, ShotPlans.For(state, asked.References, profile, asked.Points)).Points;
        IEnumerable<CalibrationPlan?> plans = asked.Kind == CalibrationKind.Volume
            ? points.Select(point => ShotPlans.Expected(state, asked.References, profile, point)) : [];
        return Results.Json(
            new CalibrationPlanView(
                points,
                [.. points.Zip(plans).Where(each => each.Second is not null).Select(each => new DosePlan(
                    each.First.Nominal, each.Second!.ShotsPerWeighing, each.Second.Weighings, each.Second.VolumeNl, (int)Math.Ceiling(each.Second.Minutes),
                    (int)Math.Ceiling(each.Second.ExpectedPercent * 100)))],
                [.. CalibrationSetups.Needed(asked.Kind)]),
            ClinicJson.Options);
    }

    /// <summary>Begins one, and works.</summary>
    public async Task<IResult> BeginAsync(HttpContext http, BeginCalibration asked)
    {
        ClinicState state = await clinic.ReadAsync(http.RequestAborted);
        string? address = SavedDeviceRules.AddressFor(state, options.Station, asked.Device, options.Device, out Problem? noDevice);
        string? wrong = null;
        DeviceAddress? place = null;
        InstrumentAddress? instrument = null;
        IDisposable? held = null;
        Problem? problem = address is null ? noDevice
            : !DeviceAddress.TryParse(address, DeviceAddress.DefaultBaud, out place, out wrong) ? ClinicProblems.Invalid.With("device: " + wrong)
            : asked.Instrument is { } text && !InstrumentAddress.TryParse(text, out instrument, out wrong) ? ClinicProblems.Invalid.With("instrument: " + wrong)
            : instrument is { Protocol: null } ? ClinicProblems.Invalid.With($"instrument states no protocol: one of {InstrumentProtocols.Words}.")
            : turn.TakeForBench("a calibration that is being begun", out held);
        if (problem is not null)
        {
            return ProblemAnswer.Of(problem);
        }

        ThreadCalibrationDevice? device = new(place!, new ExpectedDevice(), clock);
        try
        {
            (CalibrationBegun? begun, problem) = await AskAsync(asked, address!, device, state, http.RequestAborted);
            IResult answer = await requests.ChangeAsync(
                http, asked, (now, who) => problem ?? CalibrationRules.Begin(now, begun!, asked.References, who), (now, id) => CalibrationView.Of(now, id)!,
                id => "/api/v1/calibrations/" + id);
            if (begun is not null && clinic.Known.Calibrations.All.ContainsKey(begun.CalibrationId)
                && bench.Go(clinic.Known, begun.CalibrationId, device, held) is null)
            {
                // The bench has both now.
                (device, held) = (null, null);
            }

            return answer;
        }
        finally
        {
            if (device is not null)
            {
                await device.DisposeAsync();
            }

            held?.Dispose();
        }
    }

    /// <summary>Works on an open one.</summary>
    public async Task<IResult> GoAsync(HttpContext http, string id) =>
        bench.Go(await clinic.ReadAsync(http.RequestAborted), id) is { } problem ? ProblemAnswer.Of(problem) : await ShowAsync(http, id);

    /// <summary>Rests.</summary>
    public async Task<IResult> RestAsync(HttpContext http, string id)
    {
        await bench.RestAsync(id);
        return await ShowAsync(http, id);
    }

    /// <summary>Answers what is asked.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http, string id, BenchAnswer answer)
    {
        // Whoever answers measures: that stands in the records before the answer counts.
        Actor who = SignedIn.Of(http, options.Station, clock.GetUtcNow());
        (Clinic.Decision handled, _) = await clinic.DecideAsync(who, (state, actor) => CalibrationRules.Handle(state, id, actor), cancel: http.RequestAborted);
        return handled.Problem is { } refused ? ProblemAnswer.Of(refused)
            : bench.Answer(id, answer) is { } problem ? ProblemAnswer.Of(problem)
            : await ShowAsync(http, id);
    }

    /// <summary>Gives one up: the bench rests first.</summary>
    public async Task<IResult> AbortAsync(HttpContext http, string id, Reason reason)
    {
        if (Words.IsLine(reason.Text))
        {
            await bench.RestAsync(id);
        }

        return await requests.ChangeAsync(
            http, reason, (state, who) => CalibrationRules.Abort(state, id, reason.Text, who), (state, made) => CalibrationView.Of(state, made)!);
    }

    /// <summary>Issues the certificate; what the device does not hear now it is told later.</summary>
    public async Task<IResult> IssueAsync(HttpContext http, string id)
    {
        // Evaluating takes long, and is done before the rule, which only looks whether it is of the same readings.
        CertificateDraft? draft = CertificateIssue.DraftOf(await clinic.ReadAsync(http.RequestAborted), id);
        using SiteKey key = SiteKeyFile.Open(options.Data ?? ".");
        IResult answer = await requests.ChangeAsync(
            http, "", (state, who) => CertificateIssue.Issue(state, id, draft, key, who), (state, _) => CalibrationView.Of(state, id)!,
            number => "/api/v1/certificates/" + number);
        ClinicState after = clinic.Known;
        if (after.Certificates.OfCalibration(id) is { } issued && turn.TakeForBench(id, out IDisposable? held) is null)
        {
            using IDisposable? untilTold = held;
            await TryTellAsync(after, id, issued, http.RequestAborted);
        }

        return answer;
    }

    /// <summary>Tells the device its certificate.</summary>
    public async Task<IResult> TellAsync(HttpContext http, string id)
    {
        ClinicState state = await clinic.ReadAsync(http.RequestAborted);
        if (state.Certificates.OfCalibration(id) is not { } issued)
        {
            return ProblemAnswer.Of(ClinicProblems.NotNow.With("The calibration has no certificate."));
        }

        if (turn.TakeForBench(id, out IDisposable? held) is { } busy)
        {
            return ProblemAnswer.Of(busy);
        }

        using IDisposable? untilTold = held;
        return await TryTellAsync(state, id, issued, http.RequestAborted) is { } away
            ? ProblemAnswer.Of(DeviceProblems.Unfit.With(away))
            : await ShowAsync(http, id);
    }

    private async Task<string?> TryTellAsync(ClinicState state, string id, string certificateId, CancellationToken cancel)
    {
        CalibrationRun run = state.Calibrations.All[id];
        await using ThreadCalibrationDevice device = bench.Reach(run);
        try
        {
            await CertificateIssue.TellAsync(clinic, options.Station, run, state.Certificates.All[certificateId], device, cancel);
            return null;
        }
        catch (CalibrationDeviceException trouble)
        {
            return trouble.Message;
        }
    }

    private async Task<(CalibrationBegun? Begun, Problem? Problem)> AskAsync(
        BeginCalibration asked, string address, ThreadCalibrationDevice device, ClinicState state, CancellationToken cancel)
    {
        try
        {
            DeviceFacts facts = await device.FactsAsync(cancel);
            return CalibrationBeginning.Unfit(facts, hardware.Profiles) is { } unfit ? (null, DeviceProblems.Unfit.With(unfit))
                : CalibrationSetups.Beyond(asked, hardware.Profiles[facts.Model]) is { } beyond ? (null, ClinicProblems.Invalid.With(beyond))
                : state.Site.Example && !facts.Simulated ? (null, SetupProblems.ExampleClinic.With("This clinic is an example, and the device does not say that it is simulated."))
                : asked.Adjust == AdjustWhen.Always && !facts.TakesCalibration
                    ? (null, CalibrationProblems.NotAdjustable.With("The device's firmware takes no adjustment: calibrate it as it is."))
                : (CalibrationBeginning.Of(
                    asked, CalibrationBeginning.NewId(), options.Station, address, facts, hardware.Profiles[facts.Model],
                    ShotPlans.For(state.Calibrations, asked.References, hardware.Profiles[facts.Model], asked.Points)), null);
        }
        catch (CalibrationDeviceException trouble)
        {
            return (null, DeviceProblems.Unfit.With(trouble.Message));
        }
    }

    private Task<IResult> ShowAsync(HttpContext http, string id) => requests.ReadAsync(http, state => CalibrationView.Of(state, id));
}
