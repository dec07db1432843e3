using System.Collections.Immutable;
using MesoPen.Host.Clinic.People;

namespace MesoPen.Host.Calibration;

/// <summary>What a certificate says: the readings, every figure that is printed, and who stands for it. All its forms are made from it alone.</summary>
/// <param name="Form">Always <see cref="CurrentForm"/>: a later form may be computed or printed otherwise.</param>
/// <param name="Number">Unique at the site.</param>
/// <param name="Site">Name of the site that issues it.</param>
/// <param name="Software">Program and version that made it.</param>
/// <param name="IssuedAtUnixMs">When it was issued.</param>
/// <param name="DueDay">Last day on which it counts.</param>
/// <param name="ShotsMax">The device's lifetime shot counter may not pass this; null if only the date counts.</param>
/// <param name="Previous">The one before of the same device and kind; null for the first.</param>
/// <param name="Data">All readings.</param>
/// <param name="Figures">Every computed number and word, as printed.</param>
/// <param name="Statements">Sentences.</param>
/// <param name="ReadingsSha256">Hash of the readings as CSV.</param>
/// <param name="Measured">The operator's signature, bound to the readings.</param>
/// <param name="Key">Key of the site that signs it.</param>
public sealed record CalibrationCertificate(
    string Form, string Number, string Site, string Software, long IssuedAtUnixMs, DateOnly DueDay, long? ShotsMax, PreviousCertificate? Previous,
    CalibrationData Data, ImmutableArray<CertificateFigure> Figures, ImmutableArray<CertificateStatement> Statements, string ReadingsSha256,
    Signature Measured, CertificateKey Key)
{
    /// <summary>The form that this program writes and reads.</summary>
    public const string CurrentForm = "mesopen-calibration-certificate-1";
}
