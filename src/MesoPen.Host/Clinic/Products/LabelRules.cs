namespace MesoPen.Host.Clinic.Products;

/// <summary>What a label says, from its scan, from what was typed, or from both.</summary>
public static class LabelRules
{
    private const int WaysShown = 5;

    /// <summary>The label; null with a problem if the scan cannot be read, can be read in several ways, or differs from what was typed.</summary>
    /// <param name="scan">What the scanner sent; null if nothing was scanned.</param>
    /// <param name="typed">What was typed, as far as it was. Beside a scan that can be read in several ways it chooses one of them.</param>
    /// <param name="today">The day, which decides the century of dates.</param>
    /// <param name="problem">Why there is none; null if there is one.</param>
    public static Label? Read(string? scan, Label typed, DateOnly today, out Problem? problem)
    {
        ArgumentNullException.ThrowIfNull(typed);
        string sentence = "";
        string? gtin = typed.Gtin is null ? null : Gtin.Read(typed.Gtin, out sentence);
        problem = sentence.Length > 0 ? ClinicProblems.Invalid.With("gtin: " + sentence)
            : typed.Lot is not null && !Words.IsLine(typed.Lot) ? ClinicProblems.Invalid.With("lot takes one line of text.")
            : typed.Serial is not null && !Words.IsLine(typed.Serial) ? ClinicProblems.Invalid.With("serial takes one line of text.")
            : null;
        Label label = typed with { Gtin = gtin };
        if (problem is not null || scan is null)
        {
            return problem is null ? label : null;
        }

        Gs1Reading reading = Gs1.Parse(scan, today);
        Label? scanned = reading.Elements is { } sure ? Of(sure) : Chosen(reading, label);
        if (scanned is null)
        {
            problem = reading.IsAmbiguous
                ? ProductProblems.ScanAmbiguous.With($"{reading.Sentence} The ways: {string.Join("; ", reading.Candidates.Take(WaysShown))}.")
                : ProductProblems.ScanUnreadable.With(reading.Sentence);
            return null;
        }

        problem = Differs("gtin", scanned.Gtin, label.Gtin) ?? Differs("lot", scanned.Lot, label.Lot)
            ?? Differs("expiry", Show(scanned.Expires), Show(label.Expires)) ?? Differs("serial", scanned.Serial, label.Serial);
        return problem is not null ? null : new Label(
            scanned.Gtin ?? label.Gtin, scanned.Lot ?? label.Lot, scanned.Expires ?? label.Expires, scanned.Serial ?? label.Serial);
    }

    /// <summary>The one way of reading that is what a person typed; null unless it is exactly one. A whole reading goes before one with a rest.</summary>
    private static Label? Chosen(Gs1Reading reading, Label typed)
    {
        if (typed.Lot is null && typed.Serial is null)
        {
            return null;
        }

        foreach (bool whole in (ReadOnlySpan<bool>)[true, false])
        {
            Label[] fitting =
            [
                .. reading.Candidates.Where(each => each.Unread is null == whole).Select(Of)
                    .Where(each => (typed.Lot is null || typed.Lot == each.Lot) && (typed.Serial is null || typed.Serial == each.Serial)
                        && (typed.Expires is null || each.Expires is null || typed.Expires == each.Expires))
                    .Distinct(),
            ];
            if (fitting.Length > 0)
            {
                return fitting.Length == 1 ? fitting[0] : null;
            }
        }

        return null;
    }

    private static Label Of(Gs1Elements elements) => new(elements.Gtin, elements.Lot, elements.Expires, elements.Serial);

    private static Problem? Differs(string what, string? scanned, string? typed) => scanned is null || typed is null || scanned == typed ? null
        : ProductProblems.ScanMismatch.With($"The scan says {what} {scanned}, and {typed} was typed: look at the package and correct what is wrong.");

    private static string? Show(DateOnly? day) => day?.ToString("o", System.Globalization.CultureInfo.InvariantCulture);
}
