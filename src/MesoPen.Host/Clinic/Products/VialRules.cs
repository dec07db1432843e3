using System.Globalization;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Products;

/// <summary>Vials from the shelf to the bin: opened, reserved, used.</summary>
public static class VialRules
{
    private const long VolumeCeilingNl = 1_000_000_000;

    /// <summary>Puts a vial on the shelf.</summary>
    public static Decision Receive(ClinicState state, ReceiveVial asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return !Words.IsId(asked.VialId) ? ClinicProblems.Invalid.With($"vial_id takes {Words.IdRule}.")
            : state.Products.Vials.ContainsKey(asked.VialId) ? ClinicProblems.Exists.With("A vial or mixture with this id exists already: look it up.")
            : !state.Products.Lots.TryGetValue(asked.LotId, out Lot? lot) ? ClinicProblems.Invalid.With("lot_id names no lot that was taken in.")
            : asked.VolumeNl is < 1 or > VolumeCeilingNl ? ClinicProblems.Invalid.With($"volume_nl takes 1 to {VolumeCeilingNl}.")
            : asked.Serial is not null && !Words.IsLine(asked.Serial) ? ClinicProblems.Invalid.With("serial takes one line of text.")
            : asked.Serial is not null && state.Products.Vials.Values.FirstOrDefault(
                each => each.LotId == lot.Id && each.Serial == asked.Serial) is { } same ? ClinicProblems.Exists.With(
                $"The vial of lot {lot.Number} with serial {asked.Serial} is on the shelf already, as {same.Id}.")
            : LotRules.Bars([lot], who.Today)
                ?? Decision.Accept(asked.VialId, new VialReceived(who.PersonId, asked.VialId, lot.Id, asked.VolumeNl, asked.Serial));
    }

    /// <summary>Records that a vial was opened just now.</summary>
    public static Decision Open(ClinicState state, string vialId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Products.Vials.TryGetValue(vialId, out Vial? vial) ? ClinicProblems.Unknown.With("There is no vial with this id.")
            : vial.DiscardedBecause is not null ? Gone(vial)
            : vial.OpenedAt is { } at ? ClinicProblems.NotNow.With($"The vial is open since {Show(at)}.")
            : LotRules.Bars(VialContents.Of(state.Products, vial).Lots, who.Today) ?? Decision.Accept(vialId, new VialOpened(who.PersonId, vialId));
    }

    /// <summary>Takes a vial or mixture out of use.</summary>
    public static Decision Discard(ClinicState state, string vialId, string reason, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Products.Vials.TryGetValue(vialId, out Vial? vial) ? ClinicProblems.Unknown.With("There is no vial with this id.")
            : vial.DiscardedBecause is not null ? ClinicProblems.NotNow.With("The vial is discarded already.")
            : !Words.IsLine(reason) ? ClinicProblems.Invalid.With("reason takes one line of text.")
            : Decision.Accept(vialId, new VialDiscarded(who.PersonId, vialId, reason));
    }

    /// <summary>Reserves what a session may draw. The same session may ask again: the newest volume counts.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="vialId">Vial or mixture.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="volumeNl">All that it may draw: shots and prime, nL.</param>
    /// <param name="who">Who begins the session.</param>
    public static Decision Reserve(ClinicState state, string vialId, string sessionId, long volumeNl, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return volumeNl is < 1 or > VolumeCeilingNl ? ClinicProblems.Invalid.With($"The volume to reserve takes 1 to {VolumeCeilingNl} nL.")
            : Bars(state.Products, vialId, sessionId, volumeNl, who.Now) is { } problem ? problem
            : state.Products.Vials[vialId].ReservedNl.TryGetValue(sessionId, out long reserved) && reserved == volumeNl ? Decision.Accept(vialId)
            : Decision.Accept(vialId, new VialReserved(who.PersonId, vialId, sessionId, volumeNl));
    }

    /// <summary>
    /// Books what a session took, at its end. It may be more than was reserved, for what happened has to be written down; but not more than the vial
    /// held for it.
    /// </summary>
    /// <param name="state">The clinic.</param>
    /// <param name="vialId">Vial or mixture.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="usedNl">What left the needle, nL.</param>
    /// <param name="leftOverNl">What was drawn and not used, nL.</param>
    /// <param name="who">Who ends the session.</param>
    public static Decision Settle(ClinicState state, string vialId, string sessionId, long usedNl, long leftOverNl, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Products.Vials.TryGetValue(vialId, out Vial? vial) ? VialProblems.Missing.With("Nobody took in a vial or mixture with this id.")
            : !vial.ReservedNl.ContainsKey(sessionId) ? ClinicProblems.NotNow.With("The session has nothing reserved of this vial: it was settled, or never began with it.")
            : usedNl is < 0 or > VolumeCeilingNl || leftOverNl is < 0 or > VolumeCeilingNl
                ? ClinicProblems.Invalid.With($"What was used and what was left over take 0 to {VolumeCeilingNl} nL.")
            : usedNl + leftOverNl > vial.FreeFor(sessionId) ? VialProblems.Overdrawn.With(
                $"{Ml(usedNl)} used and {Ml(leftOverNl)} left over are said, and the vial {vialId} had {Ml(vial.FreeFor(sessionId))} for this session.")
            : Decision.Accept(vialId, new VialUsed(who.PersonId, vialId, sessionId, usedNl, leftOverNl));
    }

    /// <summary>Gate: why a session may not be armed with its vial; null if it may.</summary>
    public static Problem? Blocks(ClinicState state, TreatmentIntent intent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);
        PlanVersion? plan = state.Plans.All.GetValueOrDefault(intent.PlanId)?.At(intent.PlanVersion);

        // A plan that does not exist is refused by the product's gate; here it needs nothing.
        return Bars(state.Products, intent.VialId, intent.SessionId, plan is null ? 0 : Needed(plan), now);
    }

    /// <summary>What a plan version needs in all: every point, and the prime, nL.</summary>
    public static long Needed(PlanVersion plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return checked(plan.PrimeNl + plan.Zones.Sum(zone => zone.Points * zone.DoseNl));
    }

    /// <summary>Why this much may not be drawn from a vial now; null if it may.</summary>
    /// <param name="products">What the clinic has.</param>
    /// <param name="vialId">Vial or mixture.</param>
    /// <param name="sessionId">For which session; null for a mixture.</param>
    /// <param name="volumeNl">How much.</param>
    /// <param name="now">The time.</param>
    internal static Problem? Bars(ProductsState products, string vialId, string? sessionId, long volumeNl, DateTimeOffset now)
    {
        if (!products.Vials.TryGetValue(vialId, out Vial? vial))
        {
            return VialProblems.Missing.With("Nobody took in a vial or mixture with this id.");
        }

        return vial.DiscardedBecause is not null ? Gone(vial)
            : VialContents.Of(products, vial).OpenUntil is not { } until ? VialProblems.NotOpened.With($"Nobody recorded that the vial {vialId} was opened.")
            : now > until ? VialProblems.OpenTooLong.With($"What is in {vialId} may be used until {Show(until)}.")
            : volumeNl > vial.LeftNl ? VialProblems.TooLittle.With($"{Ml(volumeNl)} are needed, and {Ml(vial.LeftNl)} are left in {vialId}.")
            : volumeNl > vial.FreeFor(sessionId) ? VialProblems.Reserved.With(
                $"{Ml(volumeNl)} are needed; {Ml(vial.LeftNl)} are left in {vialId}, but only {Ml(vial.FreeFor(sessionId))} are not reserved by others.")
            : null;
    }

    private static Problem Gone(Vial vial) => VialProblems.Discarded.With($"{vial.Id} was discarded: {vial.DiscardedBecause}.");

    private static string Ml(long nl) => new Volume(nl).InMillilitres;

    private static string Show(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
