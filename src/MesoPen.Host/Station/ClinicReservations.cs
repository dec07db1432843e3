using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Station;

/// <summary>What becomes a session's own: what is drawn from the vial, and the needle head.</summary>
internal static class ClinicReservations
{
    /// <summary>The volume that is drawn; at the end what was used and what is left over.</summary>
    public static Reservation Vial { get; } = new(
        (state, intent, who) => VialRules.Reserve(state, intent.VialId, intent.SessionId, intent.LoadedNl, who),
        null,
        (state, intent, ended, who) =>
        {
            // Every prime is counted whole, also one that ended early: the sum may say more than was drawn, and no more than that can have left it.
            long drawn = Math.Min(intent.LoadedNl, state.Products.Vials[intent.VialId].FreeFor(intent.SessionId));
            return VialRules.Settle(state, intent.VialId, intent.SessionId, drawn - Math.Min(drawn, ended.LeftOverNl), Math.Min(drawn, ended.LeftOverNl), who);
        });

    /// <summary>The needle head; its punctures are counted as it comes off.</summary>
    public static Reservation Head { get; } = new(
        (state, intent, who) => HeadRules.Fit(state, intent.HeadId, intent.SessionId, intent.PatientId, who),
        Change,
        (state, intent, ended, who) => HeadRules.Count(state, intent.HeadId, intent.SessionId, ended.Punctures, who));

    private static Decision Change(ClinicState state, TreatmentIntent intent, int punctures, Actor who)
    {
        Decision fitted = HeadRules.Fit(state, intent.HeadId, intent.SessionId, intent.PatientId, who);
        if (fitted.Problem is not null)
        {
            return fitted;
        }

        // The kernel counts punctures of each head against the limit that the session began under.
        string before = state.Treatments.All[intent.SessionId].Intent.HeadId;
        Decision counted = HeadRules.Count(state, before, intent.SessionId, punctures, who);
        return HeadRules.StickLimit(state.Products, intent.HeadId).Value < HeadRules.StickLimit(state.Products, before).Value
                ? ClinicProblems.NotNow.With($"Head {intent.HeadId} may make fewer punctures than head {before} might: take one of the same type.")
            : HeadRules.Blocks(state, intent, who.Now) is { } problem ? problem
            : counted.Problem is not null ? counted
            : Decision.Accept(intent.SessionId, [.. counted.Events, .. fitted.Events]);
    }
}
