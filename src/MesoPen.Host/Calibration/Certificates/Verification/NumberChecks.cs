using System.Collections.Immutable;
using System.Globalization;
using MesoPen.Host.Calibration.Metrology;

namespace MesoPen.Host.Calibration;

/// <summary>Whether every printed number and sentence is what the readings give: computed anew, and compared as printed.</summary>
internal static class NumberChecks
{
    // More lines help nobody; the count is always said.
    private const int LinesMost = 20;

    /// <summary>What these checks find.</summary>
    public static IEnumerable<CertificateFinding> Of(CertificateFile file, CalibrationCertificate certificate, Func<CalibrationData, CertificateDraft> evaluate)
    {
        string method = certificate.Figures.FirstOrDefault(each => each.Id == "method")?.Value ?? "";
        string own = CalibrationEvaluation.Method.ToString(CultureInfo.InvariantCulture);
        if (method != own)
        {
            return [new(file.Name, FindingKind.Wrong, "numbers", $"The numbers were computed by the rules {method}, "
                + $"and this program computes by the rules {own}: use the one that made it, {certificate.Software}.")];
        }

        if (Evaluate(certificate.Data, evaluate) is not { } draft)
        {
            return [new(file.Name, FindingKind.Wrong, "numbers", "Nothing can be computed from the readings in the file.")];
        }

        return
        [
            .. Figures(file, certificate.Figures, draft.Figures),
            draft.Statements.SequenceEqual(certificate.Statements)
                ? new(file.Name, FindingKind.Right, "statements", "The sentences are those that the readings give.")
                : new(file.Name, FindingKind.Wrong, "statements", Sentence(certificate.Statements, draft.Statements)),
            certificate.DueDay == CertificateTerms.DueDay(certificate.Data) && certificate.ShotsMax == CertificateTerms.ShotsMax(certificate.Data)
                ? new(file.Name, FindingKind.Right, "terms", $"It counts until {FigureText.Day(certificate.DueDay)}.")
                : new(file.Name, FindingKind.Wrong, "terms", "The day or the shots until which it counts are not those that were settled."),
            draft.ReadingsSha256 == certificate.ReadingsSha256
                ? new(file.Name, FindingKind.Right, "readings", $"The readings as CSV have the SHA-256 {draft.ReadingsSha256}.")
                : new(file.Name, FindingKind.Wrong, "readings", "The hash of the readings as CSV is not that of the readings in the file."),
        ];
    }

    private static CertificateDraft? Evaluate(CalibrationData data, Func<CalibrationData, CertificateDraft> evaluate)
    {
        try
        {
            return evaluate(data);
        }
        catch (Exception impossible) when (impossible is ArithmeticException or ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            // A file that anybody may have made can hold readings that no calibration comes to.
            return null;
        }
    }

    private static IEnumerable<CertificateFinding> Figures(CertificateFile file, ImmutableArray<CertificateFigure> printed, ImmutableArray<CertificateFigure> computed)
    {
        List<string> wrong = [];
        Dictionary<string, CertificateFigure> anew = computed.ToDictionary(each => each.Id, StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (CertificateFigure figure in printed)
        {
            bool known = anew.TryGetValue(figure.Id, out CertificateFigure? right);
            if (!seen.Add(figure.Id))
            {
                wrong.Add($"{figure.Id} is printed twice.");
            }
            else if (!known)
            {
                wrong.Add($"{figure.Id} is printed as {Shown(figure)}, and the readings give no such figure.");
            }
            else if (right != figure)
            {
                wrong.Add($"{figure.Id} is printed as {Shown(figure)}, and the readings give {Shown(right!)}.");
            }
        }

        wrong.AddRange(computed.Where(each => !seen.Contains(each.Id)).Select(each => $"{each.Id} is missing: the readings give {Shown(each)}."));
        if (wrong.Count == 0)
        {
            return printed.SequenceEqual(computed)
                ? [new(file.Name, FindingKind.Right, "numbers", string.Create(
                    CultureInfo.InvariantCulture, $"{printed.Length} numbers, each as the readings give it."))]
                : [new(file.Name, FindingKind.Wrong, "numbers", "The numbers stand in another order than they are computed in.")];
        }

        return wrong.Take(LinesMost)
            .Concat(wrong.Count > LinesMost ? [string.Create(CultureInfo.InvariantCulture, $"And {wrong.Count - LinesMost} more.")] : [])
            .Select(each => new CertificateFinding(file.Name, FindingKind.Wrong, "numbers", each));
    }

    private static string Sentence(ImmutableArray<CertificateStatement> printed, ImmutableArray<CertificateStatement> computed) =>
        computed.FirstOrDefault(each => !printed.Contains(each)) is { } missing
            ? $"The sentence {missing.Id} is not the one that the readings give: {missing.Text}"
            : "The file holds a sentence that the readings do not give.";

    private static string Shown(CertificateFigure figure) => figure.Unit.Length == 0 ? figure.Value : $"{figure.Value} {figure.Unit}";
}
