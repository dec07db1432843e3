using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Input;
using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>Whether what a protocol or plan says can be done: held against zone catalogue and device profile as a plan file is.</summary>
public static class PlanContentRules
{
    private const int ZonesMax = 64;

    /// <summary>Why it is refused; null if it is not.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="id">Id of the plan or protocol.</param>
    /// <param name="title">Its title.</param>
    /// <param name="content">What it says.</param>
    /// <param name="hardware">What it is held against.</param>
    public static Problem? Check(ClinicState state, string id, string title, PlanContent content, HardwareCatalogue hardware)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(hardware);
        return state.Products.Find(content.ProductId) is not { } product
                ? ProductProblems.Missing.With("product_id names a product that is not registered here: register it first.")
            : product.RetiredBecause is not null ? ProductProblems.Retired.With("The product is used no longer: choose another.")
            : content.Zones.IsDefault || content.Zones.Length is 0 or > ZonesMax || content.Zones.Any(zone => zone is null)
                ? ClinicProblems.Invalid.With($"zones takes 1 to {ZonesMax} zones.")
            : !hardware.Profiles.TryGetValue(content.DeviceFamily, out DeviceProfile? profile)
                ? PlanProblems.Malformed.With($"device_family is not one that this station knows: there are {string.Join(", ", hardware.Profiles.Keys)}.")
            : CourseRules.Check(content.Course)
                ?? CheckLimits(id, title, content, profile, hardware.Zones, [.. PlanLimits.Of(state, product)])
                ?? CheckZones(content, product);
    }

    private static Problem? CheckZones(PlanContent content, Products.Product product)
    {
        List<string> others = [.. content.Zones.Select(zone => zone.Zone).Where(zone => !product.AllowedZones.Contains(zone))];
        return others.Count == 0 ? null : PlanProblems.BeyondLimits.With(
            $"{product.Name} may not be used in {string.Join(", ", others)}. Its sheet allows {string.Join(", ", product.AllowedZones)}: "
            + "leave the zone out, or choose another product.");
    }

    private static Problem? CheckLimits(
        string id, string title, PlanContent content, DeviceProfile profile, ZoneCatalogue zones, IReadOnlyList<Limit> more)
    {
        try
        {
            // Which vial it will be is not known yet: one that holds just enough, so that only the limits speak.
            long volume = content.Zones.Aggregate(content.PrimeNl, (sum, zone) => checked(sum + (zone.DoseNl * zone.Points)));
            LoadedProduct product = new(content.ProductId, "any", DateOnly.MaxValue, Math.Max(1, volume));
            TreatmentInput input = TreatmentInput.Assemble(PlanSheet.Of(id, title, content, product), profile, zones);
            IReadOnlyList<Refusal> refusals = input.Plan.Check(input.Limits.With(more));
            return refusals.Count == 0 ? null : PlanProblems.BeyondLimits.With(string.Join(' ', refusals.Select(refusal => refusal.Sentence)));
        }
        catch (InputException wrong)
        {
            return PlanProblems.Malformed.With(wrong.Sentence);
        }
        catch (OverflowException)
        {
            return ClinicProblems.Invalid.With("dose_nl times points is beyond any volume: correct them.");
        }
    }
}
