using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Host.Calibration;

/// <summary>All that follows from the readings alone. Made outside the rules, for propagating distributions takes long; verifying makes it anew.</summary>
/// <param name="Data">The readings.</param>
/// <param name="Result">What they come to.</param>
/// <param name="Figures">As printed.</param>
/// <param name="Statements">Sentences.</param>
/// <param name="ReadingsSha256">Hash of the readings as CSV.</param>
public sealed record CertificateDraft(
    CalibrationData Data, CalibrationResult Result, ImmutableArray<CertificateFigure> Figures, ImmutableArray<CertificateStatement> Statements,
    string ReadingsSha256)
{
    /// <summary>Evaluates readings.</summary>
    public static CertificateDraft Of(CalibrationData data)
    {
        CalibrationResult result = CalibrationEvaluation.Of(data);
        return new CertificateDraft(
            data, result, CertificateFigures.Of(data, result), CertificateStatements.Of(data, result),
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ReadingsCsv.Of(data)))));
    }
}
