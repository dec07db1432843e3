using System.Collections.Immutable;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Records;

namespace MesoPen.Host.Clinic.Treatments;

/// <summary>
/// How a session is given up whose station is lost, and with it the only record of what was given: two people sign, all planned points count as unknown,
/// and all that was loaded as gone. A station that comes back arms nothing more in it.
/// </summary>
public static class AbandonRules
{
    /// <summary>Outcome of such a session.</summary>
    public const string Outcome = "abandoned";

    /// <summary>A clinician proposes it, signed.</summary>
    public static Decision Propose(ClinicState state, string sessionId, string reason, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        if (Find(state, sessionId, out Treatment? _) is { } problem)
        {
            return problem;
        }

        if (!Words.IsLine(reason))
        {
            return ClinicProblems.Invalid.With($"reason takes one line of 1 to {Words.LineMax} characters.");
        }

        return Signing.Sign(state, who, "the station is lost: everything counts as given", Hash(sessionId, reason), out Problem? refused) is { } signature
            ? Decision.Accept(sessionId, new SessionAbandonProposed(who.PersonId, sessionId, reason, signature))
            : refused!;
    }

    /// <summary>A second person agrees, signed, and the session ends.</summary>
    public static Decision Agree(ClinicState state, string sessionId, IEnumerable<Reservation> reservations, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(reservations);
        ArgumentNullException.ThrowIfNull(who);
        if (Find(state, sessionId, out Treatment? treatment) is { } problem)
        {
            return problem;
        }

        if (treatment!.AbandonProposed is not { } proposed)
        {
            return ClinicProblems.NotNow.With("Nobody has proposed to give the session up.");
        }

        if (proposed.By == who.PersonId)
        {
            return PeopleProblems.SecondPersonNeeded.With("Who proposed it does not sign it: another person does.");
        }

        if (Signing.Sign(state, who, "agreed: everything counts as given", Hash(sessionId, proposed.Reason), out Problem? refused) is not { } signature)
        {
            return refused!;
        }

        SessionEnded ended = Ended(state, treatment, who);
        List<ClinicEvent> events = [new SessionAbandoned(who.PersonId, sessionId, ended.Zones.Sum(zone => zone.UnknownNl), proposed.Reason, signature)];
        foreach (Reservation each in reservations)
        {
            // What is gone with the station may be gone already: a vial that was discarded meanwhile holds the session no longer open.
            events.AddRange(each.Settle(state, treatment.Intent, ended, who) is { Problem: null } settled ? settled.Events : []);
        }

        return Decision.Accept(sessionId, [.. events, ended]);
    }

    private static SessionEnded Ended(ClinicState state, Treatment treatment, Actor who)
    {
        PlanVersion? plan = state.Plans.All.GetValueOrDefault(treatment.Intent.PlanId)?.At(treatment.Intent.PlanVersion);
        ImmutableArray<ZoneGiven> zones =
        [
            .. (plan?.Zones ?? []).Select(zone => new ZoneGiven(
                zone.Zone, zone.Points, 0, zone.Points, 0, 0, zone.DoseNl * zone.Points, zone.NeedleLengthUm, zone.DoseNl)),
        ];
        return new SessionEnded(
            who.PersonId, treatment.Intent.SessionId, Outcome, zones, plan?.PrimeNl ?? 0, 0, zones.Sum(zone => zone.Points), 0, RecordChain.Genesis);
    }

    private static string Hash(string sessionId, string reason) => ClinicJson.Sha256(new { SessionId = sessionId, Reason = reason, Outcome });

    private static Problem? Find(ClinicState state, string sessionId, out Treatment? found) =>
        !state.Treatments.All.TryGetValue(sessionId, out found) ? ClinicProblems.Unknown.With("There is no session of this id.")
        : found.Ended is not null ? TreatmentProblems.Over.With("The session has ended.")
        : null;
}
