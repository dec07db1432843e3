using System.Collections.Immutable;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Input;
using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>
/// Checks what a protocol or plan says as <see cref="PlanContentRules"/> does when it is saved, and says everything that stands against it at once.
/// What cannot be read is said and left out, so that the limits and sums of the rest can be seen while the plan is being written.
/// </summary>
public static class PlanCheckRules
{
    // Stands in for what is said to be missing, in sums only.
    private const string Unsaid = "not said yet";

    /// <summary>Checks a plan.</summary>
    public static PlanCheck Check(ClinicState state, CheckPlan asked, HardwareCatalogue hardware, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(hardware);
        ArgumentNullException.ThrowIfNull(clock);
        PlanContent content = asked.Content;
        List<PlanCheckRefusal> refusals =
        [
            .. new[] { PlanContentRules.CheckForm(content, hardware), PlanContentRules.CheckProducts(state, content), CourseRules.Check(content.Course) }
                .OfType<Problem>().Select(problem => PlanCheckRefusal.Of(problem)),
        ];
        bool known = asked.PatientId is null || state.Patients.All.ContainsKey(asked.PatientId);
        if (!known)
        {
            refusals.Add(PlanCheckRefusal.Of(ClinicProblems.Unknown.With("There is no patient with this patient_id.")));
        }

        PlanReport? report = PlanContentRules.CheckForm(content, hardware) is null ? Report(state, asked, hardware, clock, refusals) : null;
        refusals.AddRange(report is null ? [] : report.Refusals.Select(PlanCheckRefusal.Of));
        return Of(asked, report, [.. refusals], asked.PatientId is { } patient && known ? [.. OnPatient(state, patient, content)] : []);
    }

    private static PlanReport? Report(
        ClinicState state, CheckPlan asked, HardwareCatalogue hardware, TimeProvider clock, List<PlanCheckRefusal> refusals)
    {
        PlanContent content = asked.Content;
        DeviceProfile profile = hardware.Profiles[content.DeviceFamily];
        while (content.Zones.Length > 0)
        {
            try
            {
                long volume = content.Zones.Aggregate(content.PrimeNl, (sum, zone) => checked(sum + (zone.DoseNl * zone.Points)));
                LoadedProduct product = new(content.ProductId, "any", DateOnly.MaxValue, Math.Max(1, asked.LoadedNl ?? volume));
                TreatmentInput input = TreatmentInput.Assemble(PlanSheet.Of("check", "Check", content, product), profile, hardware.Zones);
                return PlanReport.Of(input with { Limits = input.Limits.With(PlanLimits.Of(state, content)) }, clock);
            }
            catch (InputException wrong)
            {
                string? zone = wrong.Line > 0 ? content.Zones[wrong.Line - 1].Zone : null;
                PlanCheckRefusal refusal = PlanCheckRefusal.Of(PlanProblems.Malformed.With(wrong.Sentence), zone);
                refusals.Add(refusal);
                if (Without(content, wrong.Line, refusal.Field) is not { } rest)
                {
                    return null;
                }

                content = rest;
            }
            catch (OverflowException)
            {
                refusals.Add(PlanCheckRefusal.Of(ClinicProblems.Invalid.With("dose_nl times points is beyond any volume: correct them.")));
                return null;
            }
        }

        return null;
    }

    /// <summary>The content without what was said to be wrong; null if the rest cannot be read without it.</summary>
    private static PlanContent? Without(PlanContent content, int line, string? field) => (line, field) switch
    {
        ( > 0, _) => content with { Zones = content.Zones.RemoveAt(line - 1) },
        (_, "sticks_reason") when content.SticksReason != Unsaid => content with { SticksReason = Unsaid },
        (_, "sticks_max") when content.SticksMax != 1 => content with { SticksMax = 1 },
        (_, "prime_nl") when content.PrimeNl != 1 => content with { PrimeNl = 1 },
        _ => null,
    };

    private static PlanCheck Of(CheckPlan asked, PlanReport? report, ImmutableArray<PlanCheckRefusal> refusals, ImmutableArray<string> notes) => new(
        refusals.Length == 0,
        refusals,
        report is null ? [] : [.. PlanReport.Effective(report.Input with { Limits = OfOthers(asked, report.Input) })
            .Select(item => PlanCheckLimit.Of(item.Zone, item.Limit))],
        report is null ? [] :
        [
            .. report.Input.Plan.Zones.Select(zone => new PlanCheckZone(
                zone.Zone, zone.Points, zone.Dose.Nl, zone.Total.Nl, zone.TissueDepth.Um, report.MachineMsOf(zone), PlanReport.HandMsOf(zone))),
        ],
        report?.Shots ?? 0,
        report?.Volume.Nl ?? 0,
        asked.Content.PrimeNl,
        asked.LoadedNl,
        asked.LoadedNl is null ? null : report?.LeftOver.Nl,
        report?.Cartridges ?? 0,
        report?.NeedleHeads ?? 0,
        report?.MachineMs ?? 0,
        report?.HandMs ?? 0,
        [.. report?.Notes ?? [], .. notes]);

    /// <summary>
    /// The limits to draw within. The sums that the plan itself sets hold for the session; while it is drawn they would hide what the zone may get.
    /// </summary>
    private static LimitSet OfOthers(CheckPlan asked, TreatmentInput input) => new(input.Limits.All.Where(limit =>
        limit.Version != input.File.Version
        || limit.Kind is not (LimitKind.ZoneVolumeMax or LimitKind.SessionVolumeMax or LimitKind.ProductVolumeMax)
        || (limit.Kind == LimitKind.ProductVolumeMax && asked.LoadedNl is not null)));

    private static IEnumerable<string> OnPatient(ClinicState state, string patientId, PlanContent content)
    {
        HashSet<string> zones = content.Zones.IsDefault ? [] : [.. content.Zones.OfType<PlannedZone>().Select(zone => zone.Zone)];
        return state.Patients.FileOf(patientId).OtherTreatments.Where(each => each.Touches(zones)).Select(each =>
            $"The patient had a treatment of the kind {OtherTreatment.WordOf(each.Kind)} of the same skin on {each.Day:O}: the site's interval after it holds.");
    }
}
