using System.Globalization;
using System.Text;
using MesoPen.Host.Input;
using MesoPen.Kernel;

namespace MesoPen.Hil;

/// <summary>A plan as the text of a plan file: what was read, cut or written into a scenario, as a host's process can read it.</summary>
internal static class PlanText
{
    private const string Nowhere = "left out";

    /// <summary>The text, each line ended by a line feed.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="stripped">Whether every text that a person wrote is left out: titles, names, lots, reasons and sources may speak of a patient.</param>
    public static string Of(PlanFile plan, bool stripped = false)
    {
        StringBuilder text = new();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"plan: 1");
        string Text(string written) => Quoted(stripped ? Nowhere : written);
        Line($"id: {(stripped ? "left-out" : plan.Id)}");
        Line($"title: {Text(plan.Title)}");
        Line($"profile: {plan.ProfileId}");
        Line($"product:");
        Line($"  name: {Text(plan.Product.Name)}");
        Line($"  lot: {Text(plan.Product.Lot)}");
        Line($"  expires: {DateOnly.FromDayNumber(plan.Product.ExpiresDay + new DateOnly(1970, 1, 1).DayNumber):yyyy-MM-dd}");
        Line($"  volume_nl: {plan.Product.Loaded.Nl}");
        foreach (Limit limit in plan.ProductLimits)
        {
            Line($"  session_max_nl: {limit.Value}");
            Line($"  source: {Text(limit.Reference.StartsWith(plan.Product.Name + ", ", StringComparison.Ordinal) ? limit.Reference[(plan.Product.Name.Length + 2)..] : limit.Reference)}");
        }

        Line($"prime_nl: {plan.Prime.Nl}");
        Line($"needle:");
        Line($"  sticks_max: {plan.NeedleLimit.Value}");
        Line($"  reason: {Text(plan.NeedleLimit.Reference)}");
        Line($"zones:");
        foreach (PlannedZone zone in plan.Zones)
        {
            ZonePlan of = zone.Plan;
            Line($"  - zone: {of.Zone}");
            Line($"    technique: {zone.Technique}");
            Line($"    trigger: {TriggerWords.Of(of.Trigger)}");
            Line($"    points: {of.Points}");
            Line($"    dose_nl: {of.Dose.Nl}");
            Line($"    needle_length_um: {of.NeedleLength.Um}");
            Line($"    angle_deg: {of.AngleDeg}");
            Line($"    spacing_um: {zone.SpacingUm}");
            Line($"    min_interval_ms: {of.MinIntervalMs}");
            foreach (Limit own in zone.OwnLimits)
            {
                string key = own.Kind == LimitKind.DoseMax ? "dose" : "depth";
                Line($"    {key}_max_{(own.Kind == LimitKind.DoseMax ? "nl" : "um")}: {own.Value}");
                Line($"    {key}_source: {Text(own.Reference)}");
            }
        }

        return text.ToString();
    }

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
