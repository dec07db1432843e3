using MesoPen.Host.Calibration;
using MesoPen.Host.Calibration.Metrology;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Treatments;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Decision = MesoPen.Host.Clinic.Decision;

namespace MesoPen.Host.Api;

/// <summary>The bench: calibrations, from what they would be to their certificate.</summary>
internal static class CalibrationEndpoints
{
    private const Role Readers = Role.Clinician | Role.Engineer | Role.Administrator | Role.Auditor;
    private const Role Deciders = CertificateRules.Authorisers;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/calibrations", (HttpContext http, ClinicRequests requests, string? serial) => requests.ListAsync(
                http, state => state.Calibrations.All.Values.Where(run => serial is null || run.Begun.Device.Serial == serial).Select(run => CalibrationLine.Of(state, run)),
                each => each.CalibrationId))
            .For(Readers).InParts().Says<Page<CalibrationLine>>("Lists calibrations; with ?serial those of a device.");
        api.MapPost("/calibrations/plan", (PlanCalibration body, CalibrationDesk bench) => bench.PlanAsync(body))
            .For(Readers).WithoutKey().Says<CalibrationPlanView>("Shows what a calibration would be, with the planner's shots per weighing.");
        api.MapPost("/calibrations", (BeginCalibration body, HttpContext http, CalibrationDesk bench) => bench.BeginAsync(http, body))
            .For(Role.Engineer).Says<CalibrationView>("Begins a calibration with a device at this station, and the bench begins to work.", StatusCodes.Status201Created)
            .Gives(
                CalibrationProblems.Running, TreatmentProblems.StationBusy, CertificateProblems.ReferencePastDue, Clinic.Site.DeviceProblems.Unfit,
                Clinic.Site.DeviceProblems.NotSaved, CalibrationProblems.NotAdjustable);
        api.MapGet("/calibrations/{id}", (string id, HttpContext http, ClinicRequests requests) => requests.ReadAsync(http, state => CalibrationView.Of(state, id)))
            .For(Readers).Says<CalibrationView>("Shows a calibration with all its readings.");
        api.MapGet("/calibrations/{id}/result", ResultAsync)
            .For(Readers).Says<CalibrationResult>("Evaluates a calibration as far as it has come; while there is something left to measure without the cross-check by Monte Carlo.");
        api.MapGet("/bench", async (HttpContext http, ClinicDesk desk, CalibrationBench bench) =>
                Results.Json(bench.View(await desk.ReadAsync(http.RequestAborted)), ClinicJson.Options))
            .For(Readers).Says<BenchView>("Shows this station's bench: progress, time left, what the instrument shows, what is asked. To be looked at every second.");
        MapWork(api);
        MapDecisions(api);
    }

    private static void MapWork(RouteGroupBuilder api)
    {
        api.MapPost("/calibrations/{id}/go", (string id, HttpContext http, CalibrationDesk bench) => bench.GoAsync(http, id))
            .For(Role.Engineer).WithoutKey().Says<CalibrationView>("Lets the bench work on an open calibration: after a start of the program, a rest or a decision.")
            .Gives(CalibrationProblems.Running, TreatmentProblems.StationBusy, ClinicProblems.NotNow);
        api.MapPost("/calibrations/{id}/rest", (string id, HttpContext http, CalibrationDesk bench) => bench.RestAsync(http, id))
            .For(Role.Engineer).WithoutKey().Says<CalibrationView>("Lets the bench rest: what is being measured is void, the rest stands.");
        api.MapPost("/calibrations/{id}/answer", (string id, BenchAnswer body, HttpContext http, CalibrationDesk bench) => bench.AnswerAsync(http, id, body))
            .For(Role.Engineer).WithoutKey().Says<CalibrationView>("Answers what the bench asks: a typed reading, room and water, or that something is done.")
            .Gives(CalibrationProblems.NothingAsked);
    }

    private static void MapDecisions(RouteGroupBuilder api)
    {
        Decide<NoBody>(api, "accept-adjustment", Deciders, "Accepts the proposed scale, signed by another person than the one who measures; then go.", signed: true,
            (state, id, _, who) => CalibrationRules.AcceptAdjustment(state, id, who));
        Decide<Reason>(api, "decline-adjustment", Deciders, "Leaves the device as it is; then go.", signed: false,
            (state, id, body, who) => CalibrationRules.DeclineAdjustment(state, id, body.Text, who));
        Decide<Reason>(api, "revert", Deciders, "Takes the adjustment back; then go, and the device gets the scale before.", signed: false,
            (state, id, body, who) => CalibrationRules.Revert(state, id, body.Text, who));
        Decide<NoBody>(api, "sign", Role.Engineer, "Signs the readings, by who measured.", signed: true, (state, id, _, who) => CalibrationRules.Sign(state, id, who));
        api.MapPost("/calibrations/{id}/abort", (string id, Reason body, HttpContext http, CalibrationDesk bench) => bench.AbortAsync(http, id, body))
            .For(Deciders).Says<CalibrationView>("Gives a calibration up.").Gives(ClinicProblems.NotNow);
        api.MapPost("/calibrations/{id}/issue", (string id, HttpContext http, CalibrationDesk bench) => bench.IssueAsync(http, id))
            .For(Deciders).NeedsSignature()
            .Says<CalibrationView>("Authorises the certificate, signed by another person than the one who measured, and tells the device its due day.", StatusCodes.Status201Created)
            .Gives(
                ClinicProblems.NotNow, PeopleProblems.SecondPersonNeeded, CertificateProblems.ReferencePastDue, CertificateProblems.Incomplete,
                CertificateProblems.Failed, CertificateProblems.Issued, CertificateProblems.NotAuthorised);
        api.MapPost("/calibrations/{id}/tell", (string id, HttpContext http, CalibrationDesk bench) => bench.TellAsync(http, id))
            .For(Role.Engineer).WithoutKey().Says<CalibrationView>("Tells the device its certificate again, if it was away when that was issued.")
            .Gives(ClinicProblems.NotNow, Clinic.Site.DeviceProblems.Unfit, TreatmentProblems.StationBusy, CalibrationProblems.Running);
    }

    private static void Decide<TBody>(
        RouteGroupBuilder api, string what, Role roles, string summary, bool signed, Func<ClinicState, string, TBody, Actor, Decision> rule)
        where TBody : class, new()
    {
        RouteHandlerBuilder endpoint = api.MapPost($"/calibrations/{{id}}/{what}", (string id, TBody? body, HttpContext http, ClinicRequests requests) =>
            requests.ChangeAsync(
                http, body ?? new TBody(), (state, who) => rule(state, id, body ?? new TBody(), who), (state, made) => CalibrationView.Of(state, made)!))
            .For(roles).Says<CalibrationView>(summary).Gives(ClinicProblems.NotNow, PeopleProblems.SecondPersonNeeded);
        if (signed)
        {
            endpoint.NeedsSignature();
        }
    }

    private static async Task<IResult> ResultAsync(string id, HttpContext http, ClinicDesk desk) =>
        (await desk.ReadAsync(http.RequestAborted)).Calibrations.All.GetValueOrDefault(id) is { } run
            ? Results.Json(CalibrationEvaluation.Of(run.ToData(), CalibrationRoutine.Next(run) is null or BenchTask.Wait ? Propagation.EnoughDraws : 0), ClinicJson.Options)
            : ProblemAnswer.Of(ClinicProblems.Unknown.With("There is no such calibration."));
}
