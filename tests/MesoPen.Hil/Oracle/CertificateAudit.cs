using MesoPen.Host.Calibration;

namespace MesoPen.Hil;

/// <summary>
/// Whether a device may be armed by the certificates of a scenario, from the bytes that it said and the list alone: it shares nothing with the rules
/// that the host goes by.
/// </summary>
/// <param name="list">The certificates, oldest first.</param>
internal sealed class CertificateAudit(IReadOnlyList<IssuedCertificate> list)
{
    /// <summary>Why a permit must not leave the host; null if it may.</summary>
    /// <param name="serial">What the device calls itself.</param>
    /// <param name="mark">The certificate that it says it holds, 32 hexadecimal digits; zeros for none.</param>
    /// <param name="plungerPpm">Its scale.</param>
    /// <param name="shotCounter">Its shot counter.</param>
    /// <param name="day">Day of the wall clock, since 1970-01-01.</param>
    /// <param name="depthUm">Depth of the permit.</param>
    /// <param name="doseNl">Dose of the permit.</param>
    public string? Objection(string serial, string mark, uint plungerPpm, uint shotCounter, long day, long depthUm, long doseNl)
    {
        IssuedCertificate[] own = [.. list.Where(each => each.Serial == serial)];
        if (own.Length == 0)
        {
            return null;
        }

        if (own.FirstOrDefault(each => each.Sha256.StartsWith(mark, StringComparison.Ordinal)) is not { } held)
        {
            return $"the device holds {mark}, which is none of its certificates";
        }

        if (held.Revoked)
        {
            return $"the device holds {held.Id}, which is revoked";
        }

        int place = Array.IndexOf(own, held);
        if (own.Skip(place + 1).Any(later => later.Kind == held.Kind && !later.Revoked))
        {
            return $"the device holds {held.Id}, and a newer one was issued";
        }

        foreach (IGrouping<CalibrationKind, IssuedCertificate> kind in own.GroupBy(each => each.Kind))
        {
            IssuedCertificate? newest = kind.LastOrDefault(each => !each.Revoked);
            long asked = kind.Key == CalibrationKind.Volume ? doseNl : depthUm;
            string? wrong = newest is null ? "all of a kind are revoked"
                : day > newest.DueDay.DayNumber - new DateOnly(1970, 1, 1).DayNumber ? $"{newest.Id} is past its day"
                : shotCounter >= newest.ShotsMax ? $"{newest.Id} is past its shots"
                : kind.Key == CalibrationKind.Volume && plungerPpm != newest.Scale.PlungerPpm ? $"the scale is not that of {newest.Id}"
                : kind.Key != CalibrationKind.Occlusion && (asked < newest.RangeMin || asked > newest.RangeMax) ? $"{asked} is outside of {newest.Id}"
                : null;
            if (wrong is not null)
            {
                return wrong;
            }
        }

        return null;
    }
}
