using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MesoPen.Host.Records;
using MesoPen.Host.Station;
using MesoPen.Kernel;

namespace MesoPen.Host.Api.Events;

/// <summary>
/// Rows of the journal as sentences. <c>{name}</c> is a field of the row's body; <c>{?name}</c> one that only who reads patients may see, because people
/// wrote it or because it says something of somebody's health: the whole sentence that holds it is left out for others.
/// </summary>
internal static partial class EventSentences
{
    private static readonly FrozenDictionary<string, string> Templates = new Dictionary<string, string>
    {
        ["session-opened"] = "Session opened: plan {plan_id}, device {device}.",
        ["shot"] = "Shot {shot} into {zone_id}: {outcome}, {volume_nl}, needle {depth_um} out.",
        ["foreign-shot"] = "Shot {shot} from before this session was read.",
        ["permit"] = "Permit {permit_id} for {zone_id}: up to shot {shot_limit}, {dose_nl} each.",
        ["window-closed"] = "Every shot up to {shot_counter} is settled.",
        ["baseline"] = "Device {serial} stood at shot {shot_counter}.",
        ["unknown-settled"] = "Unknown shots were taken over as delivered.{?reason}",
        ["needle-changed"] = "Another needle head was fitted.",
        ["released"] = "The stop or fault was released.{?reason}",
        ["session-closed"] = "The session's record was closed: {outcome}.",
        ["treatment-session-opened"] = "Session {intent.session_id} was opened at {station} for patient {intent.patient_id}, plan {intent.plan_id}.",
        ["session-device-known"] = "The device of session {session_id} is {serial}, firmware {firmware}.",
        ["session-head-changed"] = "Session {session_id} goes on with head {head_id}.",
        ["session-ended"] = "Session {session_id} ended: {outcome}.",
        ["session-abandon-proposed"] = "Giving up session {session_id} was proposed.{?reason}",
        ["session-abandoned"] = "Session {session_id} was given up: {unknown_nl} count as given.{?reason}",
        ["reaction-seen"] = "A reaction was noted in session {session_id}.{?text}",
        ["aftercare-given"] = "Aftercare was given in session {session_id}.{?text}",
        ["patient-registered"] = "Patient {patient_id} was registered.",
        ["patient-corrected"] = "Patient {patient_id} was corrected.{?reason}",
        ["patient-assessed"] = "Patient {patient_id} was assessed.",
        ["other-treatment-noted"] = "Another treatment of patient {patient_id} was noted.",
        ["other-treatment-withdrawn"] = "A note on another treatment of patient {patient_id} was withdrawn.{?reason}",
        ["screening-taken"] = "Patient {patient_id} was screened.",
        ["screening-updated"] = "The screening of patient {patient_id} was updated.",
        ["caution-acknowledged"] = "A caution of patient {patient_id} was acknowledged.{?question}{?reason}",
        ["clearance-attached"] = "A clearance was attached for patient {patient_id}.{?question}",
        ["clearance-withdrawn"] = "A clearance of patient {patient_id} was withdrawn.{?reason}",
        ["consent-drawn-up"] = "A consent of patient {patient_id} was drawn up.",
        ["consent-signed-by-patient"] = "Patient {patient_id} signed a consent.",
        ["consent-signed-by-clinician"] = "The consent of patient {patient_id} was countersigned.",
        ["consent-withdrawn"] = "Patient {patient_id} withdrew a consent.{?reason}",
        ["consent-text-published"] = "A consent text was published.",
        ["protocol-made"] = "Protocol {protocol_id} was made: {title}.",
        ["protocol-changed"] = "Protocol {protocol_id} was changed: {reason}",
        ["plan-made"] = "Plan {plan_id} was made for patient {patient_id}.",
        ["plan-changed"] = "Plan {plan_id} was changed.{?reason}",
        ["plan-ended"] = "Plan {plan_id} was ended.{?reason}",
        ["product-described"] = "Product {product_id} was described, revision {revision}.",
        ["product-retired"] = "Product {product_id} was retired: {reason}",
        ["lot-received"] = "Lot {number} of {product_id} was taken in, good until {expires}.",
        ["lot-recalled"] = "Lot {lot_id} was recalled: {reason}",
        ["certificate-issued"] = "Certificate {certificate_id} was issued for device {serial}: it counts until {due_day}.",
        ["certificate-revoked"] = "Certificate {certificate_id} was revoked: {reason}",
        ["site-key-made"] = "A key that signs certificates was made at {station}: {fingerprint}.",
        ["vial-received"] = "Vial {vial_id} of lot {lot_id} was taken in: {volume_nl}.",
        ["vial-opened"] = "Vial {vial_id} was opened.",
        ["vial-reserved"] = "{volume_nl} were drawn from vial {vial_id} for session {session_id}.",
        ["vial-used"] = "Session {session_id} used {used_nl} of vial {vial_id}.",
        ["vial-discarded"] = "Vial {vial_id} was discarded: {reason}",
        ["mixture-made"] = "Mixture {mixture_id} was made.",
        ["head-type-described"] = "Head type {head_type_id} was described: {title}.",
        ["head-received"] = "Head {head_id} was taken in, sterile until {sterile_until}.",
        ["head-fitted"] = "Head {head_id} was fitted for session {session_id}.",
        ["head-punctured"] = "Head {head_id} made {punctures} punctures in session {session_id}.",
        ["head-discarded"] = "Head {head_id} was discarded: {reason}",
        ["outcome-measured"] = "An outcome of patient {patient_id} was measured.",
        ["outcome-corrected"] = "Outcome {outcome_id} was corrected.{?reason}",
        ["outcome-withdrawn"] = "Outcome {outcome_id} was withdrawn.{?reason}",
        ["photo-referenced"] = "A photograph of patient {patient_id} was referenced.",
        ["photo-withdrawn"] = "Photograph {photo_id} was withdrawn.{?reason}",
        ["adverse-event-reported"] = "An adverse event of patient {patient_id} was reported.{?details.description}",
        ["adverse-event-updated"] = "Adverse event {adverse_event_id} was updated.{?reason}",
        ["follow-up-entered"] = "A follow-up of patient {patient_id} was entered.",
        ["follow-up-withdrawn"] = "Follow-up {follow_up_id} was withdrawn.{?reason}",
        ["follow-up-schedule-set"] = "The follow-up schedule was set.",
        ["person-added"] = "{person_id} was added.",
        ["person-deactivated"] = "{person_id} was deactivated.",
        ["person-reactivated"] = "{person_id} was reactivated.",
        ["person-roles-changed"] = "The roles of {person_id} were changed: {roles}.",
        ["person-unlocked"] = "{person_id} was unlocked.",
        ["competence-signed-off"] = "{person_id} was signed off for {device_family} until {until}.",
        ["competence-withdrawn"] = "The sign-off of {person_id} for {device_family} was withdrawn: {reason}",
        ["password-set"] = "The password of {person_id} was set.",
        ["sign-in-begun"] = "{by} signed in at {station}.",
        ["sign-in-ended"] = "{by} signed out.",
        ["sign-in-failed"] = "A sign-in of {person_id} failed.",
        ["all-sign-ins-ended"] = "Every sign-in of {person_id} was ended.",
        ["api-token-issued"] = "A token was issued to {person_id}: {name}.",
        ["api-token-revoked"] = "A token of {person_id} was revoked.",
        ["override-proposed"] = "An override was proposed.{?reason}",
        ["override-signed"] = "Override {override_id} was signed.",
        ["override-withdrawn"] = "Override {override_id} was withdrawn.",
        ["site-initialised"] = "The site began: {name}.",
        ["site-marked-example"] = "The site was filled with examples.",
        ["site-security-set"] = "The site's security was set.",
        ["site-policy-proposed"] = "Policy {proposal_id} was proposed: {reason}",
        ["site-policy-approved"] = "Policy {proposal_id} was approved.",
        ["site-policy-withdrawn"] = "Policy {proposal_id} was withdrawn.",
        ["data-exported"] = "Data was exported as {form}.",
    }.ToFrozenDictionary();

    /// <summary>A row as a sentence.</summary>
    /// <param name="row">The row.</param>
    /// <param name="body">Its body.</param>
    /// <param name="readsPatients">Whether the reader may read patients.</param>
    public static string Of(JournalRow row, JsonNode body, bool readsPatients)
    {
        string kind = KindOf(row);
        return row.Kind switch
        {
            "latched" => FaultCatalogue.Find(body["fault"]?.GetValue<int>() ?? 0).Sentence,
            "decision" => Decision((string?)body["what"] ?? "", (string?)body["text"] ?? "", readsPatients),
            _ when Templates.TryGetValue(kind, out string? template) => Fill(template, body, readsPatients),
            _ => $"{Sentence(row.Kind.Replace('-', ' '))} ({row.Stream}).",
        };
    }

    /// <summary>The same for who reads another language: no word in it that the sentence leaves out.</summary>
    /// <param name="row">The row.</param>
    /// <param name="body">Its body.</param>
    /// <param name="readsPatients">Whether the reader may read patients.</param>
    public static EventWords WordsOf(JournalRow row, JsonNode body, bool readsPatients)
    {
        if (row.Kind == "decision")
        {
            string what = (string?)body["what"] ?? "";
            string text = Told(what, (string?)body["text"] ?? "", readsPatients);
            Dictionary<string, string> told = new() { ["text"] = text };
            if (What().Match(text) is { Success: true } match && what is "confirmed" or "withdrawn")
            {
                told["items"] = string.Join(' ', match.Groups["items"].Value.Split(", ").Select(JsonNamingPolicy.KebabCaseLower.ConvertName));
                told["text"] = what == "withdrawn" ? match.Groups["rest"].Value : "";
            }

            return new EventWords("decision-" + what.Replace(' ', '-'), told, SaidWords.Of(what == "link lost" ? text + " The device stops by itself." : text));
        }

        string[] names = Templates.TryGetValue(KindOf(row), out string? template)
            ? [.. Field().Matches(template).Where(field => readsPatients || field.Groups[1].Length == 0).Select(field => field.Groups[2].Value)]
            : [];
        return new EventWords(KindOf(row), names.Distinct().ToDictionary(name => name.Split('.')[^1], name => Raw(Find(body, name))), null);
    }

    /// <summary>Who decided it, if the row of a decision says so; null if not.</summary>
    public static string? DecidedBy(JournalRow row, JsonNode body) =>
        row.Kind == "decision" && (string?)body["what"] is "confirmed" or "stopped" or "paused"
        && Person().Match((string?)body["text"] ?? "") is { Success: true } match ? match.Groups["person"].Value : null;

    private static string KindOf(JournalRow row) =>
        row.Stream.Contains('/', StringComparison.Ordinal) && row.Kind == "session-opened" ? "treatment-session-opened" : row.Kind;

    // "FreshNeedle, Screening by ada", "Consent: it was withdrawn".
    [GeneratedRegex(@"^(?<items>[A-Za-z]+(, [A-Za-z]+)*)( by |: )(?<rest>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex What();

    // "Paused by ada.", "by ada", "FreshNeedle by ada". Whoever is not signed in is called so in words, and is nobody.
    [GeneratedRegex(@"^([A-Za-z, ]+ )?by (?<person>[^\s.]+)\.?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Person();

    [GeneratedRegex(@"\{(\??)([a-z_.]+)\}")]
    private static partial Regex Field();

    // What the kernel or the station decided; a reason that somebody gave stands after the first colon.
    private static string Told(string what, string text, bool readsPatients) =>
        what == "control taken over" && !readsPatients && text.LastIndexOf("): ", StringComparison.Ordinal) is var at and > 0 ? text[..(at + 1)] + "." : text;

    private static string Decision(string what, string text, bool readsPatients)
    {
        string told = Told(what, text, readsPatients);
        return what == "control taken over" ? told
            : what == "confirmed" && TakenUp.Sentence(text) is { } takenUp ? takenUp
            : $"{Sentence(what)}: {told}";
    }

    private static string Fill(string template, JsonNode body, bool readsPatients) => Field().Replace(template, match =>
    {
        JsonNode? value = Find(body, match.Groups[2].Value);
        return match.Groups[1].Length == 0 ? Show(match.Groups[2].Value, value)
            : readsPatients && Show(match.Groups[2].Value, value) is { Length: > 0 } text ? " " + text
            : "";
    });

    private static JsonNode? Find(JsonNode body, string path) => path.Split('.').Aggregate((JsonNode?)body, (node, name) => node?[name]);

    private static string Raw(JsonNode? value) =>
        value is JsonArray list ? string.Join(' ', list.Select(Raw)) : value is JsonValue ? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "" : "";

    private static string Show(string name, JsonNode? value) =>
        value is null ? ""
        : value is not JsonValue ? value.ToJsonString()
        : name.EndsWith("_nl", StringComparison.Ordinal) ? new Volume(value.GetValue<long>()).ToString()
        : name.EndsWith("_um", StringComparison.Ordinal) ? new Depth(value.GetValue<int>()).ToString()
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
