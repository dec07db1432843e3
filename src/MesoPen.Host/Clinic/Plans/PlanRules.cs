using System.Collections.Immutable;
using System.Globalization;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>How protocols and plans are made and changed, and what a plan allows on a day.</summary>
public static class PlanRules
{
    // A series that is planned for years ahead is a slip of the pen.
    private const int StartsWithinDays = 366;

    /// <summary>Makes a protocol.</summary>
    public static Decision MakeProtocol(ClinicState state, MakeProtocol asked, Actor who, HardwareCatalogue hardware)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        Problem? problem = !Words.IsId(asked.ProtocolId) ? ClinicProblems.Invalid.With($"protocol_id takes {Words.IdRule}.")
            : state.Plans.Protocols.ContainsKey(asked.ProtocolId)
                ? ClinicProblems.Exists.With("A protocol with this protocol_id exists already: change it, or choose another id.")
            : !Words.IsLine(asked.Title) ? ClinicProblems.Invalid.With($"title takes one line of 1 to {Words.LineMax} characters.")
            : PlanContentRules.Check(state, asked.ProtocolId, asked.Title, asked.Content, hardware);
        return problem ?? Decision.Accept(asked.ProtocolId, new ProtocolMade(who.PersonId, asked.ProtocolId, asked.Title, asked.Content));
    }

    /// <summary>Makes the next version of a protocol.</summary>
    public static Decision ChangeProtocol(ClinicState state, string protocolId, ChangePlan asked, Actor who, HardwareCatalogue hardware)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Plans.Protocols.TryGetValue(protocolId, out TreatmentProtocol? protocol)
            ? ClinicProblems.Unknown.With("There is no protocol with this id.")
            : !Words.IsLine(asked.Reason) ? ReasonNeeded()
            : PlanContentRules.Check(state, protocolId, protocol.Title, asked.Content, hardware) is { } problem ? problem
            : ClinicJson.Sha256(asked.Content) == protocol.Newest().Sha256 ? Decision.Accept(protocolId)
            : Decision.Accept(protocolId, new ProtocolChanged(who.PersonId, protocolId, asked.Reason, asked.Content));
    }

    /// <summary>Makes a patient's plan from a protocol.</summary>
    public static Decision Make(ClinicState state, MakePlan asked, Actor who, HardwareCatalogue hardware)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        if (!state.Plans.Protocols.TryGetValue(asked.ProtocolId, out TreatmentProtocol? protocol))
        {
            return ClinicProblems.Unknown.With("There is no protocol with this protocol_id.");
        }

        PlanContent content = asked.Content ?? protocol.Newest().Content();
        Problem? problem = !Words.IsId(asked.PlanId) ? ClinicProblems.Invalid.With($"plan_id takes {Words.IdRule}.")
            : state.Plans.All.ContainsKey(asked.PlanId)
                ? ClinicProblems.Exists.With("A plan with this plan_id exists already: change it, or choose another id.")
            : !state.Patients.All.ContainsKey(asked.PatientId) ? ClinicProblems.Unknown.With("There is no patient with this patient_id.")
            : !Words.IsLine(asked.Title) ? ClinicProblems.Invalid.With($"title takes one line of 1 to {Words.LineMax} characters.")
            : Math.Abs(asked.StartsOn.DayNumber - who.Today.DayNumber) > StartsWithinDays
                ? ClinicProblems.Invalid.With($"starts_on takes a day within {StartsWithinDays} days of today.")
            : PlanContentRules.Check(state, asked.PlanId, asked.Title, content, hardware);
        return problem ?? Decision.Accept(asked.PlanId, new PlanMade(
            who.PersonId, asked.PlanId, asked.PatientId, asked.Title, asked.ProtocolId, protocol.Newest().Version, asked.StartsOn, content));
    }

    /// <summary>Makes the next version of a plan. Consents to the earlier one are void by it.</summary>
    public static Decision Change(ClinicState state, string planId, ChangePlan asked, Actor who, HardwareCatalogue hardware)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Plans.All.TryGetValue(planId, out Plan? plan) ? ClinicProblems.Unknown.With("There is no plan with this id.")
            : plan.Ended is not null ? PlanProblems.Ended.With("This plan was ended: make a new one.")
            : !Words.IsLine(asked.Reason) ? ReasonNeeded()
            : PlanContentRules.Check(state, planId, plan.Title, asked.Content, hardware) is { } problem ? problem
            : ClinicJson.Sha256(asked.Content) == plan.Newest().Sha256 ? Decision.Accept(planId)
            : Decision.Accept(planId, new PlanChanged(who.PersonId, planId, asked.Reason, asked.Content));
    }

    /// <summary>Ends a plan.</summary>
    public static Decision End(ClinicState state, string planId, EndPlan asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Plans.All.TryGetValue(planId, out Plan? plan) ? ClinicProblems.Unknown.With("There is no plan with this id.")
            : plan.Ended is not null ? Decision.Accept(planId)
            : !Words.IsLine(asked.Reason) ? ReasonNeeded()
            : Decision.Accept(planId, new PlanEnded(who.PersonId, planId, asked.Reason));
    }

    /// <summary>
    /// The rules of <see cref="Blocks(ClinicState, TreatmentIntent, DateTimeOffset)"/> one by one: two people may pass over one of them, and the others
    /// hold.
    /// </summary>
    public static ImmutableArray<Func<ClinicState, TreatmentIntent, DateTimeOffset, Problem?>> Gate { get; } =
    [
        (state, intent, now) => OfPlan(state, intent, GivenBy(state, intent)),
        (state, intent, now) => OfInterval(state, intent, now, GivenBy(state, intent)),
        OfOtherTreatments,
    ];

    /// <summary>Why the plan does not allow a session now; null if it does.</summary>
    public static Problem? Blocks(ClinicState state, TreatmentIntent intent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);
        return Blocks(state, intent, now, GivenBy(state, intent));
    }

    /// <summary>Why the plan does not allow a session now; null if it does.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="intent">The session.</param>
    /// <param name="now">The time.</param>
    /// <param name="daysOf">Days on which a plan was carried out, other than by this session.</param>
    internal static Problem? Blocks(ClinicState state, TreatmentIntent intent, DateTimeOffset now, Func<string, IEnumerable<DateOnly>> daysOf) =>
        OfPlan(state, intent, daysOf) ?? OfInterval(state, intent, now, daysOf) ?? OfOtherTreatments(state, intent, now);

    // A session that was interrupted and is resumed is not in its own way.
    private static Func<string, IEnumerable<DateOnly>> GivenBy(ClinicState state, TreatmentIntent intent) =>
        planId => state.Treatments.DaysOf(planId, intent.SessionId);

    private static Problem? OfPlan(ClinicState state, TreatmentIntent intent, Func<string, IEnumerable<DateOnly>> daysOf)
    {
        if (!state.Plans.All.TryGetValue(intent.PlanId, out Plan? plan)
            || plan.PatientId != intent.PatientId
            || plan.At(intent.PlanVersion) is not { } version)
        {
            return PlanProblems.Missing.With("The plan and version that the session names are not among this patient's plans.");
        }

        return plan.Newest() != version
                ? PlanProblems.Outdated.With($"The session names version {version.Version} of the plan, and the newest is {plan.Newest().Version}.")
            : plan.Ended is not null ? PlanProblems.Ended.With("The plan was ended: no session of it follows.")
            : version.DeviceFamily != intent.DeviceFamily
                ? PlanProblems.OtherDevice.With($"The plan is for {version.DeviceFamily}, and the device is {intent.DeviceFamily}.")
            : PlanSchedule.Of(plan, daysOf(plan.Id)).Next is null
                ? PlanProblems.SeriesComplete.With($"All {version.Course.Sessions} sessions were given, and the plan has no maintenance.")
            : null;
    }

    /// <summary>The series itself, and every other plan of the patient that treats one of these zones.</summary>
    private static Problem? OfInterval(ClinicState state, TreatmentIntent intent, DateTimeOffset now, Func<string, IEnumerable<DateOnly>> daysOf)
    {
        if (!state.Plans.All.TryGetValue(intent.PlanId, out Plan? plan) || PlanSchedule.Of(plan, daysOf(plan.Id)).Next is not { } next)
        {
            return null;
        }

        HashSet<string> zones = [.. plan.Newest().Zones.Select(zone => zone.Zone)];
        DateOnly free = state.Plans.Of(plan.PatientId)
            .Where(other => other.Id != plan.Id && other.Versions.Any(version => version.Zones.Any(zone => zones.Contains(zone.Zone))))
            .SelectMany(other => daysOf(other.Id))
            .Select(day => day.AddDays(plan.Newest().Course.Interval.MinDays))
            .Append(next.NotBefore)
            .Max();
        return DateOnly.FromDateTime(now.UtcDateTime) < free
            ? PlanProblems.NotDue.With(
                $"Session {next.Number} of the plan may be on {Shown(free)} or later.", new ProblemFacts { Session = next.Number, Day = free })
            : null;
    }

    private static Problem? OfOtherTreatments(ClinicState state, TreatmentIntent intent, DateTimeOffset now)
    {
        if (!state.Plans.All.TryGetValue(intent.PlanId, out Plan? plan))
        {
            return null;
        }

        HashSet<string> zones = [.. plan.Newest().Zones.Select(zone => zone.Zone)];
        List<OtherTreatment> others = [.. state.Patients.FileOf(plan.PatientId).OtherTreatments.Where(each => each.Touches(zones))];
        if (others.Find(each => !state.Site.CombinationDays.ContainsKey(OtherTreatment.WordOf(each.Kind))) is { } unstated)
        {
            return PlanProblems.CombinationUnstated.With(
                $"The patient had a treatment of the kind {OtherTreatment.WordOf(unstated.Kind)}, and the site states no least interval after it.",
                new ProblemFacts { Kind = OtherTreatment.WordOf(unstated.Kind) });
        }

        return others
            .Select(each => (Kind: OtherTreatment.WordOf(each.Kind), Free: each.Day.AddDays(state.Site.CombinationDays[OtherTreatment.WordOf(each.Kind)])))
            .Where(each => DateOnly.FromDateTime(now.UtcDateTime) < each.Free)
            .Select(each => PlanProblems.CombinationInterval.With(
                $"The site has {state.Site.CombinationDays[each.Kind]} days after a treatment of the kind {each.Kind}: "
                + $"the session may be on {Shown(each.Free)} or later.",
                new ProblemFacts { Kind = each.Kind, Day = each.Free }))
            .FirstOrDefault();
    }

    private static string Shown(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static Problem ReasonNeeded() => ClinicProblems.Invalid.With($"reason takes one line of 1 to {Words.LineMax} characters: say why.");
}
