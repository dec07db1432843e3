using System.Globalization;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Products;

/// <summary>Needle heads: each for one session of one patient, and then thrown away.</summary>
public static class HeadRules
{
    private const int PuncturesCeiling = 1_000_000;

    /// <summary>Puts a head on the shelf.</summary>
    public static Decision Receive(ClinicState state, ReceiveHead asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        Label? label = LabelRules.Read(asked.Scan, new Label(asked.Gtin, asked.Lot, asked.SterileUntil, asked.Serial), who.Today, out Problem? problem);
        if (label is null)
        {
            return problem!;
        }

        if (label is not { Lot: { } lot, Expires: { } sterileUntil })
        {
            return ClinicProblems.Invalid.With($"The {(label.Lot is null ? "lot" : "expiry of sterility")} is not known: it stands neither in a scan nor was it typed.");
        }

        string? id = asked.HeadId ?? label.Serial ?? (asked.RunningNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $"{lot}-{number}") : null);
        HeadType? type = TypeOf(state.Products, asked.HeadTypeId, label.Gtin, out problem);
        return type is null ? problem!
            : asked.RunningNumber is < 1 ? ClinicProblems.Invalid.With("running_number takes 1 or more.")
            : id is null ? ClinicProblems.Invalid.With("Nothing tells this head from others of its lot: give its serial, running_number or head_id.")
            : !Words.IsId(id) ? ClinicProblems.Invalid.With($"The head's id would be {id}, and takes {Words.IdRule}: give head_id.")
            : state.Products.Heads.ContainsKey(id) ? ClinicProblems.Exists.With("A head with this id exists already: look it up.")
            : sterileUntil < who.Today ? HeadProblems.NotSterile.With($"It is sterile until {sterileUntil:o}: it is not taken in.")
            : Decision.Accept(id, new HeadReceived(who.PersonId, id, type.Id, lot, sterileUntil, label.Serial, asked.Scan));
    }

    /// <summary>Fits a head for a session: from then on it is for this session of this patient alone. Fitting it again there changes nothing.</summary>
    public static Decision Fit(ClinicState state, string headId, string sessionId, string patientId, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return Bars(state, headId, sessionId, patientId, who.Now) is { } problem ? problem
            : state.Products.Heads[headId].SessionId == sessionId ? Decision.Accept(headId)
            : Decision.Accept(headId, new HeadFitted(who.PersonId, headId, sessionId, patientId));
    }

    /// <summary>Counts punctures of a fitted head. Those beyond what it may make are counted too: they happened.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="headId">The head.</param>
    /// <param name="sessionId">The session it is fitted to.</param>
    /// <param name="punctures">How many more: one a shot, whatever the number of needles.</param>
    /// <param name="who">Who treats.</param>
    public static Decision Count(ClinicState state, string headId, string sessionId, int punctures, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Products.Heads.TryGetValue(headId, out Head? head) ? HeadProblems.Missing.With("Nobody took in a head with this id.")
            : head.SessionId != sessionId ? ClinicProblems.NotNow.With($"The head {headId} is not fitted to this session.")
            : punctures is < 0 or > PuncturesCeiling ? ClinicProblems.Invalid.With($"Punctures take 0 to {PuncturesCeiling}.")
            : punctures == 0 ? Decision.Accept(headId)
            : Decision.Accept(headId, new HeadPunctured(who.PersonId, headId, sessionId, punctures));
    }

    /// <summary>Takes a head out of use.</summary>
    public static Decision Discard(ClinicState state, string headId, string reason, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(who);
        return !state.Products.Heads.TryGetValue(headId, out Head? head) ? ClinicProblems.Unknown.With("There is no head with this id.")
            : head.DiscardedBecause is not null ? ClinicProblems.NotNow.With("The head is discarded already.")
            : !Words.IsLine(reason) ? ClinicProblems.Invalid.With("reason takes one line of text.")
            : Decision.Accept(headId, new HeadDiscarded(who.PersonId, headId, reason));
    }

    /// <summary>Gate: why a session may not be armed with its head; null if it may.</summary>
    public static Problem? Blocks(ClinicState state, TreatmentIntent intent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);
        if (Bars(state, intent.HeadId, intent.SessionId, intent.PatientId, now) is { } problem)
        {
            return problem;
        }

        HeadType type = TypeOf(state.Products, intent.HeadId);
        return type.Needles == intent.Needles ? null : HeadProblems.WrongNeedles.With(
            $"The head {intent.HeadId} has {Needles(type.Needles)}, and {intent.DeviceFamily} is set up for {Needles(intent.Needles)}.");
    }

    /// <summary>How many more shots the kernel may let a head make.</summary>
    public static Limit StickLimit(ProductsState products, string headId)
    {
        ArgumentNullException.ThrowIfNull(products);
        HeadType type = TypeOf(products, headId);
        return new Limit(
            LimitKind.NeedleSticksMax, null, Math.Max(0, type.PuncturesMax - products.Heads[headId].Punctures), LimitSource.SitePolicy,
            $"needle head type {type.Id}: {type.Reason}", type.Revision.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Whether a head has made so many punctures that the user is to be warned.</summary>
    public static bool Warns(ProductsState products, string headId)
    {
        ArgumentNullException.ThrowIfNull(products);
        return products.Heads[headId].Punctures >= TypeOf(products, headId).PuncturesWarning;
    }

    private static Problem? Bars(ClinicState state, string headId, string sessionId, string patientId, DateTimeOffset now)
    {
        if (!state.Products.Heads.TryGetValue(headId, out Head? head))
        {
            return HeadProblems.Missing.With("Nobody took in a head with this id.");
        }

        HeadType type = TypeOf(state.Products, headId);
        return head.DiscardedBecause is { } reason ? HeadProblems.Discarded.With($"The head {headId} was discarded: {reason}.")
            : head.PatientId is not null && head.PatientId != patientId ? HeadProblems.OtherPatient.With($"The head {headId} was fitted for another patient.")
            : head.SessionId is not null && head.SessionId != sessionId ? HeadProblems.UsedBefore.With($"The head {headId} was fitted to another session.")
            : head.SterileUntil < DateOnly.FromDateTime(now.UtcDateTime) ? HeadProblems.NotSterile.With(
                $"The head {headId} is sterile until {head.SterileUntil:o}.")
            : type.Needles > 1 && state.Site.ForbidsMultiNeedleHeads ? HeadProblems.MultiNeedle.With(
                $"The head {headId} has {Needles(type.Needles)}, and the site allows heads of one needle alone.")
            : head.Punctures >= type.PuncturesMax ? HeadProblems.Worn.With(
                $"The head {headId} has made {head.Punctures} punctures, and its type may make {type.PuncturesMax}.")
            : null;
    }

    private static HeadType TypeOf(ProductsState products, string headId) => products.HeadTypes[products.Heads[headId].HeadTypeId];

    private static HeadType? TypeOf(ProductsState products, string? typeId, string? gtin, out Problem? problem)
    {
        HeadType? named = typeId is null ? null : products.HeadTypes.GetValueOrDefault(typeId);
        HeadType? carried = gtin is null ? null : products.HeadTypes.Values.FirstOrDefault(each => each.Gtin == gtin);
        problem = typeId is null && gtin is null ? ClinicProblems.Invalid.With("Nothing says what type of head it is: scan it, or give head_type_id or gtin.")
            : typeId is not null && named is null ? ClinicProblems.Invalid.With("head_type_id names no type that is registered.")
            : named is null && carried is null ? ProductProblems.ScanMismatch.With($"GTIN {gtin} belongs to no type of head: register the type first.")
            : named is not null && gtin is not null && named.Gtin != gtin ? ProductProblems.ScanMismatch.With(
                $"GTIN {gtin} is {(carried is null ? "of no type of head" : "the type " + carried.Id)}, and head_type_id says {named.Id}, which has {named.Gtin ?? "none"}.")
            : null;
        return problem is null ? named ?? carried : null;
    }

    private static string Needles(int count) => count == 1 ? "1 needle" : string.Create(CultureInfo.InvariantCulture, $"{count} needles");
}
