using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Outcomes;
using MesoPen.Host.Clinic.Patients;
using MesoPen.Host.Clinic.Patients.Consents;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Clinic.Products;
using MesoPen.Host.Clinic.Treatments;
using MesoPen.Host.Records;

namespace MesoPen.Host.Exchange;

/// <summary>Gathers what is on record about a session. Pure: from the clinic's state and the session's rows.</summary>
internal static class DossierReader
{
    /// <summary>Stream of the clinic's own rows about a session.</summary>
    public static string ClinicStream(string sessionId) => "treatment/" + sessionId;

    /// <summary>Gathers it; null if there is no such session.</summary>
    /// <param name="state">The clinic.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="clinicRows">Rows of <see cref="ClinicStream"/>.</param>
    /// <param name="stationRows">Rows of the treatment itself; none if its station has not delivered them yet.</param>
    /// <param name="siteKey">Hash of the first row of the site's journal.</param>
    /// <exception cref="RecordStoreException">A row is not what its kind says.</exception>
    public static Dossier? Read(
        ClinicState state, string sessionId, IReadOnlyList<JournalRow> clinicRows, IReadOnlyList<JournalRow> stationRows, string siteKey)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(clinicRows);
        if (!state.Treatments.All.TryGetValue(sessionId, out Treatment? treatment)
            || !state.Patients.All.TryGetValue(treatment.Intent.PatientId, out Patient? patient)
            || clinicRows.Count == 0)
        {
            return null;
        }

        ConsentRecord? consent = ConsentOf(state, treatment);
        IReadOnlyList<DossierShot> shots = DossierRows.Shots(stationRows);
        IReadOnlyList<DossierStep> steps = DossierRows.Steps(clinicRows, stationRows);
        IReadOnlyList<AdverseEvent> adverse = [.. state.Outcomes.AdverseEvents.Values.Where(each => each.Details.SessionId == sessionId)];
        IReadOnlyList<Outcome> outcomes = [.. state.Outcomes.Measured.Values.Where(each => each.Details.SessionId == sessionId && !each.Withdrawn)];
        DateTimeOffset ended = treatment.EndedAt ?? DateTimeOffset.FromUnixTimeMilliseconds(clinicRows.Concat(stationRows).Max(row => row.AtUnixMs));
        return new Dossier
        {
            SiteKey = siteKey,
            SessionId = sessionId,
            Outcome = treatment.Ended?.Outcome ?? "open",
            BeganAt = treatment.OpenedAt,
            EndedAt = ended,
            LastHash = clinicRows[^1].Hash,
            Station = treatment.Station,
            Patient = patient,
            ClinicianId = treatment.Intent.ClinicianId,
            People = People(state, [
                treatment.Intent.ClinicianId, consent?.Clinician?.PersonId, .. steps.Select(step => step.By), .. outcomes.Select(each => each.By),
                .. adverse.Select(each => each.ReportedBy),
            ]),
            Device = DeviceOf(state, treatment),
            Heads = [.. treatment.Heads.Select(id => HeadOf(state.Products, id, treatment.Intent.Needles))],
            Products = ProductsOf(state.Products, treatment.Intent.VialId),
            Consent = consent?.Patient is { } signed
                ? new DossierConsent(
                    consent.Id, $"{consent.Binding.TextId}/{consent.Binding.TextVersion}", signed.At, consent.Clinician?.PersonId ?? consent.By)
                : null,
            Zones = DossierRows.Zones(treatment, shots, ended),
            Shots = shots,
            AdverseEvents = adverse,
            Outcomes = outcomes,
            Signatures = consent?.Clinician is { } signature ? [signature] : [],
            Steps = steps,
        };
    }

    /// <summary>The consent that the session stands on, though there may be a later one.</summary>
    private static ConsentRecord? ConsentOf(ClinicState state, Treatment treatment)
    {
        string? id = treatment.Basis.FirstOrDefault(item => item.Kind == "consent")?.Id;
        return state.Patients.FileOf(treatment.Intent.PatientId).Consents.FirstOrDefault(each => each.Id == id);
    }

    private static Dictionary<string, string> People(ClinicState state, IEnumerable<string?> ids) => ids.OfType<string>().Distinct()
        .Where(state.People.All.ContainsKey)
        .ToDictionary(id => id, id => state.People.All[id].Name);

    /// <summary>Whether the calibration counted is asked for the day of the session: by the certificates, else by the device's own day.</summary>
    private static DossierDevice? DeviceOf(ClinicState state, Treatment treatment)
    {
        if (treatment.DeviceKnown is not { } known)
        {
            return null;
        }

        CalibrationState calibrated = known.CalibrationDueOn is not { } due ? CalibrationState.NotCalibrated
            : due < DateOnly.FromDateTime(treatment.OpenedAt.UtcDateTime) ? CalibrationState.CalibrationRequired
            : CalibrationState.Calibrated;
        return new DossierDevice(
            known.Serial, known.Profile, known.Firmware,
            [Calibration("depth", CalibrationKind.Depth), Calibration("volume", CalibrationKind.Volume)]);

        DossierCalibration Calibration(string quantity, CalibrationKind kind) => CalibrationOf(state.Certificates, known.Serial, kind, treatment.OpenedAt) is { } by
            ? new DossierCalibration(quantity, by.State, by.At)
            : new DossierCalibration(quantity, calibrated, null);
    }

    /// <summary>By the newest certificate that was issued by then, unless it was revoked by then; null if none was ever issued by then.</summary>
    private static (CalibrationState State, DateTimeOffset At)? CalibrationOf(
        CertificatesState certificates, string serial, CalibrationKind kind, DateTimeOffset then)
    {
        IssuedCertificate[] issued = [.. certificates.Of(serial, kind).Where(each => each.IssuedAt <= then)];
        if (issued.Length == 0)
        {
            return null;
        }

        IssuedCertificate? counted = issued[^1].RevokedAt is { } revoked && revoked <= then ? null : issued[^1];
        bool inDate = counted is not null && DateOnly.FromDateTime(then.UtcDateTime) <= counted.DueDay;
        return (inDate ? CalibrationState.Calibrated : CalibrationState.CalibrationRequired, (counted ?? issued[^1]).IssuedAt);
    }

    private static DossierHead HeadOf(ProductsState products, string id, int needles) => products.Heads.TryGetValue(id, out Head? head)
        ? new DossierHead(id, products.HeadTypes.GetValueOrDefault(head.HeadTypeId)?.Needles ?? needles, head.Lot, head.SterileUntil)
        : new DossierHead(id, needles, null, null);

    /// <summary>One entry a lot. How much of each is known for a mixture of vials; not for a mixture of mixtures.</summary>
    private static IReadOnlyList<DossierProduct> ProductsOf(ProductsState products, string vialId)
    {
        if (products.ContentsOf(vialId) is not { } contents)
        {
            return [];
        }

        Vial vial = products.Vials[vialId];
        bool plain = vial.Parts.Length > 0 && vial.Parts.All(part => products.Vials[part.VialId].LotId is not null);
        return
        [
            .. contents.Lots.Select(lot =>
            {
                Product product = products.All[lot.ProductId];
                return new DossierProduct(
                    product.Id, product.Name, product.Gtin, product.Manufacturer, [.. product.Ingredients.Select(ingredient => ingredient.Name)],
                    lot.Number, lot.Expires,
                    plain ? vial.Parts.Where(part => products.Vials[part.VialId].LotId == lot.Id).Sum(part => part.VolumeNl) : null);
            }),
        ];
    }
}
