using System.Collections.Immutable;
using System.Globalization;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.Patients.Screening;
using MesoPen.Host.Clinic.Plans;
using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Input;
using MesoPen.Kernel;

namespace MesoPen.Host.Station;

/// <summary>
/// From the clinic's plan, vial and head to what the kernel takes: through the same assembly as plan files, so that limits and refusals are the same.
/// Whether it may be done now is not asked here: that is the gates' to say.
/// </summary>
internal static class ClinicPreparation
{
    private const long VolumeCeilingNl = 1_000_000_000;

    public static Preparation Of(ClinicState state, TreatmentIntent intent, HardwareCatalogue hardware)
    {
        if (!state.Plans.All.TryGetValue(intent.PlanId, out Plan? plan) || plan.At(intent.PlanVersion) is not { } version)
        {
            return PlanProblems.Missing.With("plan_id and plan_version name no plan that is known.");
        }

        if (state.Products.Find(version.ProductId) is not { } product)
        {
            return ProductProblems.Missing.With($"The plan names the product {version.ProductId}, which is not registered.");
        }

        if (state.Products.ContentsOf(intent.VialId) is not { } contents)
        {
            return VialProblems.Missing.With("Nobody took in a vial or mixture with this id.");
        }

        if (!state.Products.Heads.ContainsKey(intent.HeadId))
        {
            return HeadProblems.Missing.With("Nobody took in a head with this id.");
        }

        if (!hardware.Profiles.TryGetValue(version.DeviceFamily, out DeviceProfile? profile))
        {
            return PlanProblems.OtherDevice.With($"The plan is for {version.DeviceFamily}, of which this station has no profile.");
        }

        if (intent.LoadedNl is < 1 or > VolumeCeilingNl)
        {
            return ClinicProblems.Invalid.With($"loaded_nl takes 1 to {VolumeCeilingNl}: what was drawn into the cartridge.");
        }

        try
        {
            string lots = string.Join(" + ", contents.Lots.Select(lot => lot.Number));
            LoadedProduct loaded = new(product.Name, lots, contents.Expires, intent.LoadedNl);
            TreatmentInput input = TreatmentInput.Assemble(PlanSheet.Of(plan.Id, plan.Title, version.Content(), loaded), profile, hardware.Zones);
            ImmutableArray<Limit> limits =
            [
                .. PlanLimits.Of(state, version.Content()).Concat(ProductLimits.Of(contents, [.. version.Zones.Select(zone => zone.Zone)])).Distinct(),
            ];
            input = input with { Limits = input.Limits.With([.. limits, HeadRules.StickLimit(state.Products, intent.HeadId)]) };
            return Preparation.Of(
                input,
                intent with { DeviceFamily = version.DeviceFamily, Needles = profile.Needles },
                [.. Basis(state, intent, plan, version, contents), .. OfFiles(profile, hardware.Zones), new BasisItem("limits", "clinic", Text(state.Site.PolicyVersion), ClinicJson.Sha256(limits))]);
        }
        catch (InputException wrong)
        {
            return PlanProblems.Malformed.With(wrong.Sentence);
        }
    }

    private static IEnumerable<BasisItem> OfFiles(DeviceProfile profile, ZoneCatalogue zones) =>
        [new("profile", profile.Id, profile.Version, profile.File.Sha256), new("zones", "zones", zones.Version, zones.File.Sha256)];

    private static IEnumerable<BasisItem> Basis(ClinicState state, TreatmentIntent intent, Plan plan, PlanVersion version, VialContents contents)
    {
        yield return new BasisItem("plan", plan.Id, Text(version.Version), version.Sha256);
        if (state.Plans.Protocols.TryGetValue(plan.ProtocolId, out TreatmentProtocol? protocol))
        {
            yield return new BasisItem("protocol", protocol.Id, Text(plan.ProtocolVersion), protocol.Versions[plan.ProtocolVersion - 1].Sha256);
        }

        PatientFile file = state.Patients.FileOf(intent.PatientId);
        if (file.Screenings.LastOrDefault() is { } screening)
        {
            yield return new BasisItem("screening", screening.Id, Text(screening.Sequence), ClinicJson.Sha256(screening));
        }

        if (state.Patients.ConsentOf(intent.PatientId, intent.PlanId) is { } consent)
        {
            yield return new BasisItem("consent", consent.Id, Text(consent.Sequence), consent.Sha256);
        }

        foreach (Clinic.Products.Product each in contents.Products)
        {
            yield return new BasisItem("product", each.Id, Text(each.Revision), PlannedProduct.Sha256Of(state, [each.Id]));
        }

        foreach (Lot lot in contents.Lots)
        {
            yield return new BasisItem("lot", lot.Id, Text(lot.Version), ClinicJson.Sha256(lot));
        }

        Vial vial = state.Products.Vials[intent.VialId];
        yield return new BasisItem("vial", vial.Id, Text(vial.Version), ClinicJson.Sha256(vial));
        Head head = state.Products.Heads[intent.HeadId];
        yield return new BasisItem("head", head.Id, Text(head.Version), ClinicJson.Sha256(head));
        if (state.People.All.TryGetValue(intent.ClinicianId, out Clinic.People.Person? person)
            && person.Competence.TryGetValue(version.DeviceFamily, out Clinic.People.Competence? competence))
        {
            yield return new BasisItem("competence", person.Id, competence.Until.ToString("O", CultureInfo.InvariantCulture), ClinicJson.Sha256(competence));
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
