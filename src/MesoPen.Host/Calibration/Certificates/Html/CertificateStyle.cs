namespace MesoPen.Host.Calibration;

/// <summary>How a certificate looks: sheets of A4, black on white, the same on the screen and on paper. Colour is never the only cue.</summary>
internal static class CertificateStyle
{
    /// <summary>The style sheet.</summary>
    public const string Css =
        """
        @page { size: A4; margin: 0; }
        * { box-sizing: border-box; }
        html { background: #ddd; }
        body { margin: 0; color: #000; font: 9.5pt/1.28 "Liberation Sans", Arial, Helvetica, sans-serif; overflow-wrap: anywhere; }
        .sheet { position: relative; width: 210mm; height: 296.9mm; margin: 6mm auto; padding: 23mm 15mm 0; background: #fff; }
        .head, .foot { position: absolute; left: 15mm; right: 15mm; display: flex; justify-content: space-between; gap: 6mm; font-size: 8.5pt; }
        .head { top: 9mm; padding-bottom: 1.5mm; border-bottom: 0.3mm solid #000; }
        .foot { bottom: 8mm; padding-top: 1.5mm; border-top: 0.3mm solid #000; }
        .simulated { position: absolute; top: 15.5mm; left: 15mm; right: 15mm; text-align: center; font-weight: bold; letter-spacing: 0.05em; color: #a00000; }
        h1 { margin: 0 0 1mm; font-size: 19pt; line-height: 1.15; }
        h2 { margin: 3mm 0 1.5mm; font-size: 12pt; line-height: 1.2; }
        p { margin: 0 0 1.6mm; }
        .strong { font-weight: bold; }
        .number { font-size: 12pt; margin-bottom: 3mm; }
        table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 0 0 3mm; font-size: 8.5pt; line-height: 1.24; }
        caption { text-align: left; font-weight: bold; padding: 1mm 0; }
        th, td { text-align: left; vertical-align: top; padding: 0.7mm 1mm; border-bottom: 0.15mm solid #888; }
        th { border-bottom: 0.3mm solid #000; vertical-align: bottom; }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        code { font: 8pt "Liberation Mono", Consolas, monospace; }
        svg { display: block; width: 180mm; margin: 0 0 3mm; font-family: "Liberation Sans", Arial, Helvetica, sans-serif; }
        .end { margin-top: 4mm; text-align: center; font-weight: bold; letter-spacing: 0.1em; }
        @media print {
          html { background: none; }
          .sheet { margin: 0; break-after: page; break-inside: avoid; }
          .sheet:last-of-type { break-after: auto; }
        }
        """;
}
