using System.Collections.Immutable;
using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Input;
using MesoPen.Kernel;

namespace MesoPen.Host.Clinic.Plans;

/// <summary>Whether what a protocol or plan says can be done: held against zone catalogue and device profile as a plan file is.</summary>
public static class PlanContentRules
{
    private const int ZonesMax = 64;
    private const int ProductsMax = 20;

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
        return CheckProducts(state, content)
            ?? CheckForm(content, hardware)
            ?? CourseRules.Check(content.Course)
            ?? CheckLimits(id, title, content, hardware.Profiles[content.DeviceFamily], hardware.Zones, [.. PlanLimits.Of(state, content)]);
    }

    /// <summary>Why its zones cannot be looked at, or for no device; null if they can.</summary>
    internal static Problem? CheckForm(PlanContent content, HardwareCatalogue hardware) =>
        content.Zones.IsDefault || content.Zones.Length is 0 or > ZonesMax || content.Zones.Any(zone => zone is null)
            ? ClinicProblems.Invalid.With($"zones takes 1 to {ZonesMax} zones.")
        : !hardware.Profiles.ContainsKey(content.DeviceFamily)
            ? PlanProblems.Malformed.With($"device_family is not one that this station knows: there are {string.Join(", ", hardware.Profiles.Keys)}.")
        : null;

    /// <summary>Why its products are refused; null if they are not.</summary>
    internal static Problem? CheckProducts(ClinicState state, PlanContent content)
    {
        ImmutableArray<string> products = content.Products;
        return products.Length > ProductsMax || products.Any(each => each is null) || products.Distinct().Count() < products.Length
                ? ClinicProblems.Invalid.With($"product_id and mixed_with take at most {ProductsMax} products, each once.")
            : products.Any(each => state.Products.Find(each) is null)
                ? ProductProblems.Missing.With("product_id or mixed_with names a product that is not registered here: register it first.")
            : products.Any(each => state.Products.Find(each)!.RetiredBecause is not null)
                ? ProductProblems.Retired.With("product_id or mixed_with names a product that is used no longer: choose another.")
            : null;
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
