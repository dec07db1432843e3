using System.Collections.Immutable;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Treatments;

namespace MesoPen.Host.Clinic.Patients.Consents;

/// <summary>How a consent is drawn up, signed and withdrawn, and when it counts.</summary>
public static class ConsentRules
{
    private const int ParagraphsMax = 50;
    private const string Meaning = "consent explained";

    /// <summary>Draws up a consent to the newest version of a plan.</summary>
    public static Decision DrawUp(ClinicState state, string patientId, DrawUpConsent asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        if (!state.Plans.All.TryGetValue(asked.PlanId, out Plan? plan) || plan.PatientId != patientId)
        {
            return ClinicProblems.Unknown.With("This patient has no plan with this plan_id.");
        }

        if (!state.Patients.Texts.TryGetValue(asked.TextId ?? ConsentTexts.DefaultId, out ImmutableArray<ConsentText> versions))
        {
            return ClinicProblems.Unknown.With($"There is no text with this text_id: there are {string.Join(", ", state.Patients.Texts.Keys)}.");
        }

        string id = PatientRules.NewId("C", state);
        ConsentBinding binding = Bind(state, plan, plan.Newest(), versions[^1]);
        return plan.Ended is not null ? PlanProblems.Ended.With("The plan was ended: there is nothing to consent to.")
            : Decision.Accept(id, new ConsentDrawnUp(who.PersonId, patientId, id, binding, ClinicJson.Sha256(binding)));
    }

    /// <summary>The patient signs.</summary>
    public static Decision SignByPatient(ClinicState state, string patientId, string consentId, SignByPatient asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return NotToBeSigned(state, patientId, consentId, asked.Sha256, out ConsentRecord? consent)
            ?? (consent!.Patient is not null ? ClinicProblems.NotNow.With("The patient has signed this consent already.") : null)
            ?? (asked.Drawing.Wrong() is { } wrong ? ClinicProblems.Invalid.With("drawing: " + wrong) : null)
            ?? Decision.Accept(consentId, new ConsentSignedByPatient(who.PersonId, patientId, consentId, asked.Sha256, asked.Drawing));
    }

    /// <summary>The clinician signs that the consent was explained.</summary>
    public static Decision SignByClinician(ClinicState state, string patientId, string consentId, SignByClinician asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        if (NotToBeSigned(state, patientId, consentId, asked.Sha256, out ConsentRecord? consent) is { } problem)
        {
            return problem;
        }

        if (consent!.ClinicianSha256() is not { } sha256)
        {
            return ConsentProblems.Unsigned.With("The patient signs first: the clinician's signature covers the patient's.");
        }

        return consent.Clinician is not null ? ClinicProblems.NotNow.With("A clinician has signed this consent already.")
            : !who.Roles.HasFlag(Role.Clinician) ? ClinicProblems.Invalid.With("A consent is signed by a clinician.")
            : Signing.Sign(state, who, Meaning, sha256, out Problem? refused) is { } signature
                ? Decision.Accept(consentId, new ConsentSignedByClinician(who.PersonId, patientId, consentId, signature))
            : refused!;
    }

    /// <summary>The patient withdraws.</summary>
    public static Decision Withdraw(ClinicState state, string patientId, string consentId, WithdrawEntry asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        return Find(state, patientId, consentId) is not { } consent ? ClinicProblems.Unknown.With("There is no such consent of this patient.")
            : consent.Withdrawn is not null ? Decision.Accept(consentId)
            : PatientRules.NeedsReason(asked.Reason) is { } problem ? problem
            : Decision.Accept(consentId, new ConsentWithdrawn(who.PersonId, patientId, consentId, asked.Reason));
    }

    /// <summary>Publishes a text of the site's own, or its next version. Consents upon an earlier version keep it.</summary>
    public static Decision Publish(ClinicState state, PublishConsentText asked, Actor who)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(who);
        ImmutableArray<(string Name, ImmutableArray<string> Paragraphs)> parts =
        [
            ("treatment", asked.Treatment), ("expected_outcomes", asked.ExpectedOutcomes), ("adverse_events", asked.AdverseEvents),
            ("alternatives", asked.Alternatives), ("aftercare", asked.Aftercare),
        ];
        string? empty = parts.Where(part => !IsPart(part.Paragraphs)).Select(part => part.Name).FirstOrDefault();
        int version = state.Patients.Texts.GetValueOrDefault(asked.TextId, []).Length + 1;
        return !Words.IsId(asked.TextId) ? ClinicProblems.Invalid.With($"text_id takes {Words.IdRule}.")
            : asked.TextId == ConsentTexts.DefaultId ? ClinicProblems.Exists.With("This text comes with the program: choose another text_id.")
            : !Words.IsLanguage(asked.Language) ? ClinicProblems.Invalid.With("language takes a language tag, such as en or pt-BR.")
            : !Words.IsLine(asked.Title) ? ClinicProblems.Invalid.With($"title takes one line of 1 to {Words.LineMax} characters.")
            : empty is not null
                ? ClinicProblems.Invalid.With($"{empty} takes 1 to {ParagraphsMax} paragraphs of plain text, none empty: a consent without it is none.")
            : Decision.Accept(asked.TextId, new ConsentTextPublished(who.PersonId, new ConsentText(
                asked.TextId, version, asked.Language, asked.Title, asked.Treatment, asked.ExpectedOutcomes, asked.AdverseEvents, asked.Alternatives,
                asked.Aftercare)));
    }

    /// <summary>Why the consent does not allow a session now; null if it does.</summary>
    public static Problem? Blocks(ClinicState state, TreatmentIntent intent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(intent);
        return state.Patients.ConsentOf(intent.PatientId, intent.PlanId) is not { } consent
                ? ConsentProblems.Missing.With("The patient has not been asked to consent to this plan.")
            : consent.Withdrawn is not null ? ConsentProblems.Withdrawn.With("The patient withdrew the consent to this plan.")
            : Changed(state, consent, intent.PlanVersion) is { } changed ? ConsentProblems.Void.With($"Not what was consented to: {changed}.")
            : NotConsentedTo(state, consent.Binding, intent.VialId) is { } other
                ? ConsentProblems.Void.With($"Not what was consented to: the vial holds {other}.")
            : consent.Patient is null ? ConsentProblems.Unsigned.With(
                "The patient has not signed the consent.", new ProblemFacts { Consent = consent.Id, Signature = "patient" })
            : consent.Clinician is null ? ConsentProblems.Unsigned.With(
                "The clinician has not signed the consent.", new ProblemFacts { Consent = consent.Id, Signature = "clinician" })
            : !IsWhole(consent) ? ConsentProblems.Void.With("A signature is not of this consent.")
            : state.Site.ConsentDays is not { } days ? ConsentProblems.ValidityUnset.With("The site's setting consent_days is not set.")
            : now >= consent.Patient.At.AddDays(days) ? ConsentProblems.Expired.With($"The consent was signed more than {days} days ago.")
            : null;
    }

    private static ConsentBinding Bind(ClinicState state, Plan plan, PlanVersion version, ConsentText text) => new(
        plan.PatientId, plan.Id, version.Version, version.Sha256, [.. version.Zones.Select(zone => zone.Zone)],
        version.ProductId, version.MixedWith ?? [], PlannedProduct.Sha256Of(state, version.Products), text.Id, text.Version, ClinicJson.Sha256(text));

    /// <summary>What is not as it was consented to; null if all is.</summary>
    private static string? Changed(ClinicState state, ConsentRecord consent, int planVersion)
    {
        ConsentBinding bound = consent.Binding;
        if (!state.Plans.All.TryGetValue(bound.PlanId, out Plan? plan)
            || plan.At(planVersion) is not { } version
            || !state.Patients.Texts.TryGetValue(bound.TextId, out ImmutableArray<ConsentText> texts)
            || texts.FirstOrDefault(each => each.Version == bound.TextVersion) is not { } text)
        {
            return "plan or text";
        }

        ConsentBinding now = Bind(state, plan, version, text);
        return ClinicJson.Sha256(now) == consent.Sha256 ? null
            : now.PatientId != bound.PatientId ? "the patient"
            : !now.Zones.SequenceEqual(bound.Zones) ? "the zones"
            : now.ProductId != bound.ProductId || !now.MixedWith.SequenceEqual(bound.MixedWith) || now.ProductSha256 != bound.ProductSha256
                ? "the product"
            : now.PlanVersion != bound.PlanVersion || now.PlanSha256 != bound.PlanSha256 ? "the version of the plan"
            : "the text";
    }

    /// <summary>A product in the vial that the consent does not name; null if there is none. A vial that is not known is the vials' own gate's matter.</summary>
    private static string? NotConsentedTo(ClinicState state, ConsentBinding bound, string vialId) =>
        state.Products.ContentsOf(vialId)?.Products.Select(product => product.Id).FirstOrDefault(id => id != bound.ProductId && !bound.MixedWith.Contains(id));

    private static bool IsWhole(ConsentRecord consent) => consent.Patient?.Sha256 == consent.Sha256 && consent.Clinician?.Sha256 == consent.ClinicianSha256();

    private static ConsentRecord? Find(ClinicState state, string patientId, string consentId) =>
        state.Patients.FileOf(patientId).Consents.FirstOrDefault(each => each.Id == consentId);

    private static Problem? NotToBeSigned(ClinicState state, string patientId, string consentId, string sha256, out ConsentRecord? consent)
    {
        consent = Find(state, patientId, consentId);
        return consent is null ? ClinicProblems.Unknown.With("There is no such consent of this patient.")
            : consent.Withdrawn is not null ? ConsentProblems.Withdrawn.With("The consent was withdrawn: draw up a new one.")
            : state.Patients.ConsentOf(patientId, consent.Binding.PlanId) != consent
                ? ConsentProblems.Void.With("A newer consent to this plan was drawn up: sign that one.")
            : state.Plans.All[consent.Binding.PlanId].Newest().Version is var newest && Changed(state, consent, newest) is { } changed
                ? ConsentProblems.Void.With($"Not what was drawn up: {changed}. Draw up a new one.")
            : sha256 != consent.Sha256
                ? ClinicProblems.Invalid.With("sha256 is not that of this consent: show the consent anew, and sign what is shown.")
            : null;
    }

    private static bool IsPart(ImmutableArray<string> paragraphs) =>
        !paragraphs.IsDefault && paragraphs.Length is > 0 and <= ParagraphsMax
        && paragraphs.All(each => each is not null && !string.IsNullOrWhiteSpace(each) && Words.IsText(each));
}
