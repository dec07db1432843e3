using System.Collections.Immutable;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Calibration;

/// <summary>What may happen in a calibration, and in which order.</summary>
public static class CalibrationRules
{
    /// <summary>So many readings in a row that are not plausible, and the calibration is given up.</summary>
    public const int RefusedMax = 3;

    /// <summary>Begins one: the setup is complete, and nothing has moved yet.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="begun">The beginning, all but the instruments, which are taken from the clinic.</param>
    /// <param name="references">Ids of the instruments that the result is traced to.</param>
    /// <param name="who">Who asks.</param>
    public static Decision Begin(ClinicState state, CalibrationBegun begun, ImmutableArray<string> references, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(begun);
        ArgumentNullException.ThrowIfNull(who);
        CalibrationRun? open = state.Calibrations.OpenAt(begun.Station)
            ?? state.Calibrations.All.Values.FirstOrDefault(run => run.IsOpen && run.Begun.Device.Serial == begun.Device.Serial);
        Problem? problem = state.Treatments.OpenAt(begun.Station) is { } session
                ? TreatmentProblems.StationBusy.With($"Session {session.Intent.SessionId} is open at this station.")
            : open is not null ? CalibrationProblems.Running.With($"Calibration {open.Id} is under way at {open.Begun.Station}.")
            : ClockSense.Behind(state, who.Now) ?? Missing(begun.Kind, state, references, who.Today);
        if (problem is not null)
        {
            return problem;
        }

        CalibrationSetup setup = begun.Setup with { References = [.. references.Distinct().Order(StringComparer.Ordinal).Select(id => state.Calibrations.References[id])] };
        return CalibrationSetups.Wrong(begun.Kind, setup, begun.Bench) is { } wrong
            ? ClinicProblems.Invalid.With(wrong)
            : Decision.Accept(begun.CalibrationId, begun with { By = who.PersonId, Setup = setup });
    }

    /// <summary>A step of a calibration that is under way.</summary>
    public static Decision Take(ClinicState state, CalibrationEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return Open(state, happened.CalibrationId, out CalibrationRun? run) ?? (happened switch
        {
            CalibrationReadingRefused refused when run!.RefusedInARow + 1 >= RefusedMax => Decision.Accept(run.Id, new CalibrationAborted(
                refused.By, run.Id, $"{RefusedMax} readings in a row were not plausible. The last: {refused.Reason}")),
            CalibrationWeighed when run!.OpenWeighing is null => NotNow("There was no weighing to end."),
            CalibrationOcclusionSeen when run!.OpenOcclusion is null => NotNow("There was no try to end."),
            CalibrationEnded when CalibrationRoutine.Next(run!) is not (BenchTask.End or BenchTask.Judge) => NotNow("There is something left to measure."),
            CalibrationAdjustmentProposed when CalibrationRoutine.Next(run!) is not BenchTask.Judge => NotNow("There is nothing to propose."),
            CalibrationScaleSet set when CalibrationRoutine.Next(run!) is not BenchTask.SetScale task || task.Held.Scale != set.Scale =>
                NotNow("The device is to hold another scale."),
            _ => Decision.Accept(run!.Id, happened),
        });
    }

    /// <summary>A second person accepts the proposed scale, signed.</summary>
    public static Decision AcceptAdjustment(ClinicState state, string calibrationId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return Open(state, calibrationId, out CalibrationRun? run)
            ?? (run!.Phase != CalibrationPhase.AwaitingAcceptance ? NotNow("No scale waits for a second person.")
            : run.WasMeasuredBy(who.PersonId) ? PeopleProblems.SecondPersonNeeded.With("Who measures does not accept the adjustment: another person does.")
            : (who.Roles & CertificateRules.Authorisers) == Role.None
                ? PeopleProblems.SecondPersonNeeded.With("An engineer or an administrator accepts an adjustment.")
            : Signing.Sign(state, who, "adjustment accepted", run.Proposal!.Hash(run.Id), out Problem? refused) is { } signature
                ? Decision.Accept(run.Id, new CalibrationAdjustmentAccepted(who.PersonId, run.Id, run.Proposal.Scale, signature))
            : refused!);
    }

    /// <summary>A person answers the bench, and so measures: written once for each but the one who began it.</summary>
    public static Decision Handle(ClinicState state, string calibrationId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Calibrations.All.TryGetValue(calibrationId, out CalibrationRun? run) ? NoSuch()
            : !run.IsOpen || run.WasMeasuredBy(who.PersonId) ? Decision.Accept(run.Id)
            : Decision.Accept(run.Id, new CalibrationHandled(who.PersonId, run.Id));
    }

    /// <summary>The device stays as it is.</summary>
    public static Decision DeclineAdjustment(ClinicState state, string calibrationId, string reason, Actor who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return Open(state, calibrationId, out CalibrationRun? run)
            ?? (run!.Phase != CalibrationPhase.AwaitingAcceptance ? NotNow("No scale waits for anybody.")
            : !Words.IsLine(reason) ? ReasonNeeded()
            : Decision.Accept(run.Id, new CalibrationAdjustmentDeclined(who.PersonId, run.Id, reason)));
    }

    /// <summary>The device is to hold the scale that it came with. Its certificate, if one came of this calibration, counts no more.</summary>
    public static Decision Revert(ClinicState state, string calibrationId, string reason, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Calibrations.All.TryGetValue(calibrationId, out CalibrationRun? run) ? NoSuch()
            : run.Accepted is null || run.Reverted is not null || run.Held == run.Begun.Bench.Before.Scale ? NotNow("There is no adjustment to take back.")
            : state.Calibrations.All.Values.Any(other => Later(other, run)) ? NotNow("The device was calibrated again since.")
            : state.Calibrations.OpenAt(who.Station) is { } open && open.Id != run.Id ? CalibrationProblems.Running.With($"Calibration {open.Id} is under way.")
            : state.Treatments.OpenAt(who.Station) is not null ? TreatmentProblems.StationBusy.With("A session is open at this station.")
            : !Words.IsLine(reason) ? ReasonNeeded()
            : Decision.Accept(run.Id, [
                new CalibrationAdjustmentReverted(who.PersonId, run.Id, run.Begun.Bench.Before.Scale, reason),
                .. run.Ended is null && run.Aborted is null
                    ? [new CalibrationAborted(who.PersonId, run.Id, "The adjustment was taken back: " + reason)] : Array.Empty<ClinicEvent>(),
            ]);
    }

    /// <summary>Gives it up.</summary>
    public static Decision Abort(ClinicState state, string calibrationId, string reason, Actor who)
    {
        ArgumentNullException.ThrowIfNull(who);
        return Open(state, calibrationId, out CalibrationRun? run)
            ?? (!Words.IsLine(reason) ? ReasonNeeded() : Decision.Accept(run!.Id, new CalibrationAborted(who.PersonId, run.Id, reason)));
    }

    /// <summary>Whoever measured signs the readings.</summary>
    public static Decision Sign(ClinicState state, string calibrationId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Calibrations.All.TryGetValue(calibrationId, out CalibrationRun? run) ? NoSuch()
            : run.Ended is null ? NotNow("The calibration has not come to its end.")
            : run.Begun.By != who.PersonId ? NotNow($"{run.Begun.By} measured, and signs the readings.")
            : run.Signed is not null ? Decision.Accept(run.Id)
            : ClockSense.Behind(state, who.Now) is { } behind ? behind
            : CertificateRules.SignMeasured(state, run.ToData(), who, out Problem? refused) is { } signature
                ? Decision.Accept(run.Id, new CalibrationSigned(who.PersonId, run.Id, signature))
            : refused!;
    }

    /// <summary>Why no certificate can be issued of a calibration; null if the certificate's own rules decide.</summary>
    public static Problem? MayIssue(ClinicState state, string calibrationId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Calibrations.All.TryGetValue(calibrationId, out CalibrationRun? run) ? NoSuch()
            : run.Ended is null ? NotNow("The calibration has not come to its end.")
            : run.Reverted is not null ? NotNow("The adjustment was taken back since: calibrate anew.")
            : run.Hands.Contains(who.PersonId) ? PeopleProblems.SecondPersonNeeded.With("Who answered the bench measured too, and does not authorise the certificate.")
            : run.Signed is null ? NotNow($"{run.Begun.By} measured, and has not signed the readings.")
            : state.Calibrations.All.Values.FirstOrDefault(other => Later(other, run)) is { } later
                ? NotNow($"Calibration {later.Id} has adjusted the device since.")
            : ClockSense.Behind(state, who.Now) ?? Missing(run.Begun.Kind, state, [.. run.Begun.Setup.References.Select(each => each.ReferenceId)], who.Today);
    }

    /// <summary>The device confirmed its certificate.</summary>
    public static Decision Tell(ClinicState state, CalibrationDeviceTold told)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(told);
        return !state.Calibrations.All.TryGetValue(told.CalibrationId, out CalibrationRun? run) ? NoSuch()
            : run.Told == told ? Decision.Accept(run.Id)
            : Decision.Accept(run.Id, told);
    }

    private static bool Later(CalibrationRun other, CalibrationRun run) =>
        other.Id != run.Id && other.Begun.Device.Serial == run.Begun.Device.Serial && other.BegunAt > run.BegunAt && other.Accepted is not null;

    private static Problem? Missing(CalibrationKind kind, ClinicState state, ImmutableArray<string> references, DateOnly today)
    {
        ReferenceInstrument[] known = [.. references.Where(state.Calibrations.References.ContainsKey).Select(id => state.Calibrations.References[id])];
        string? unknown = references.FirstOrDefault(id => !state.Calibrations.References.ContainsKey(id));
        string? lacking = CalibrationSetups.Needed(kind).FirstOrDefault(role => known.All(each => each.Role != role));
        return unknown is not null ? ClinicProblems.Invalid.With($"references: {unknown} is no reference instrument of this site.")
            : lacking is not null ? ClinicProblems.Invalid.With($"references: a {lacking} is needed, and none is named.")
            : known.FirstOrDefault(each => each.DueDay < today) is { } late ? CertificateProblems.ReferencePastDue.With(
                $"{late.Model} {late.Serial} ({late.Role}) was due on {late.DueDay:yyyy-MM-dd}.")
            : null;
    }

    private static Problem? Open(ClinicState state, string calibrationId, out CalibrationRun? run)
    {
        ArgumentNullException.ThrowIfNull(state);
        return !state.Calibrations.All.TryGetValue(calibrationId, out run) ? NoSuch()
            : !run.IsOpen ? NotNow("The calibration has ended.")
            : null;
    }

    private static Problem NoSuch() => ClinicProblems.Unknown.With("There is no such calibration.");

    private static Problem NotNow(string sentence) => ClinicProblems.NotNow.With(sentence);

    private static Problem ReasonNeeded() => ClinicProblems.Invalid.With($"reason takes one line of 1 to {Words.LineMax} characters.");
}
