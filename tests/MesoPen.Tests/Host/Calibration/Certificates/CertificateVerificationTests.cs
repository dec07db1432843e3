using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic.People;
using MesoPen.Simulator;

namespace MesoPen.Tests;

public sealed partial class CertificateVerificationTests : IDisposable
{
    private static readonly DateOnly Today = new(2031, 6, 1);

    private readonly CertificateScene _scene = new();

    public static TheoryData<string> Kinds => ["volume", "depth", "occlusion"];

    public void Dispose() => _scene.Dispose();

    // Aim: a certificate of each kind is right in each of its forms, with its CSV and FHIR, and nothing is found against it.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Certificate_as_issued_is_right_in_every_form(string kind)
    {
        SignedCertificate signed = _scene.Issue(kind switch
        {
            "volume" => SampleCalibration.Volume(),
            "depth" => SampleCalibration.Depth(),
            _ => SampleCalibration.Occlusion(),
        });
        CertificateFile[] files = [.. CertificateForms.All.Select(each => FileOf(each.Key, each.Value.Make(signed)))];
        IReadOnlyList<CertificateFinding> findings = Verification(CertificateDraft.Of, journal: true).Check(files)!;
        Assert.DoesNotContain(findings, each => each.Kind == FindingKind.Wrong);
        Assert.Equal(3, findings.Count(each => each is { Check: "numbers", Kind: FindingKind.Right }));
        Assert.Equal(2, findings.Count(each => each.Check == "companion"));
    }

    // Aim: each digit of each form, changed to another one, is found, wherever it stands: by the seal or the making anew, or the file is no certificate.
    [Theory]
    [InlineData("json")]
    [InlineData("html")]
    [InlineData("dcc")]
    [InlineData("csv")]
    [InlineData("fhir")]
    public void Every_changed_digit_is_found(string form)
    {
        SignedCertificate signed = _scene.Issue(SampleCalibration.Small());
        byte[] right = Encoding.UTF8.GetBytes(CertificateForms.All[form].Make(signed));
        CertificateFile record = FileOf("json", signed.ToJson());
        int[] digits = [.. Enumerable.Range(0, right.Length).Where(place => char.IsAsciiDigit((char)right[place]))];
        Assert.True(digits.Length > 150, $"Only {digits.Length} digits.");
        int[] missed = [.. digits.AsParallel().Where(place =>
        {
            byte[] changed = [.. right];
            changed[place] = (byte)('0' + (changed[place] - '0' + 1 + place % 8) % 10);
            return !IsFound(CertificateFile.Of("changed", changed), record);
        })];
        Assert.Empty(missed);
        Assert.False(IsFound(CertificateFile.Of("right", right), record));
    }

    // Aim: who forges a number and seals the whole anew, with a key of his own, is found by the readings: each figure by itself.
    [Fact]
    public void Every_forged_and_resealed_number_is_found_by_the_readings()
    {
        SignedCertificate signed = _scene.Issue(SampleCalibration.Volume());
        using SiteKey forger = SiteKey.Make();
        CertificateDraft draft = CertificateDraft.Of(signed.Certificate.Data);
        ImmutableArray<CertificateFigure> figures = signed.Certificate.Figures;
        CertificateVerification verification = Verification(_ => draft);
        int forged = 0;
        for (int place = 0; place < figures.Length; place++)
        {
            string value = figures[place].Value;
            int digit = value.AsSpan().IndexOfAnyInRange('0', '9');
            string other = digit < 0 ? value + "s" : value[..digit] + (char)('0' + (value[digit] - '0' + 1) % 10) + value[(digit + 1)..];
            SignedCertificate made = Reseal(signed, signed.Certificate with { Figures = figures.SetItem(place, figures[place] with { Value = other }) }, forger);
            IReadOnlyList<CertificateFinding> findings = verification.Check([FileOf("json", made.ToJson())])!;
            CertificateFinding wrong = Assert.Single(findings, each => each.Kind == FindingKind.Wrong);
            Assert.Equal("numbers", wrong.Check);
            Assert.Contains(figures[place].Id == "method" ? "by the rules" : figures[place].Id, wrong.Sentence, StringComparison.Ordinal);
            forged++;
        }

        Assert.True(forged > 400, $"Only {forged} figures.");
    }

    // Aim: a forged reading gives other numbers; a forged sentence, day or hash of the readings is not what the readings give; figures removed, added or moved too.
    [Fact]
    public void Forged_readings_sentences_and_terms_are_found()
    {
        SignedCertificate signed = _scene.Issue(SampleCalibration.Volume());
        CalibrationCertificate right = signed.Certificate;
        CalibrationSeries last = right.Data.Series[^1];
        WeighingReading weighing = last.Weighings[^1];
        CalibrationData other = right.Data with
        {
            Series = right.Data.Series.SetItem(1, last with { Weighings = last.Weighings.SetItem(last.Weighings.Length - 1, weighing with { AfterNg = weighing.AfterNg + 1_000_000 }) }),
        };
        Assert.Contains("numbers", Wrong(Forged(signed, right with { Data = other })));
        Assert.Equal(["statements"], Wrong(Forged(signed, right with { Statements = right.Statements.SetItem(0, new CertificateStatement("simulated", "A real device.")) })));
        Assert.Equal(["terms"], Wrong(Forged(signed, right with { DueDay = right.DueDay.AddYears(5) })));
        Assert.Equal(["terms"], Wrong(Forged(signed, right with { ShotsMax = null })));
        Assert.Equal(["readings"], Wrong(Forged(signed, right with { ReadingsSha256 = new string('0', 64) })));
        Assert.Equal(["numbers"], Wrong(Forged(signed, right with { Figures = right.Figures.RemoveAt(9) })));
        Assert.Equal(["numbers"], Wrong(Forged(signed, right with { Figures = right.Figures.Add(new CertificateFigure("as-left.point-9.mean", "1", "µL")) })));
        Assert.Equal(["numbers"], Wrong(Forged(signed, right with { Figures = right.Figures.Add(right.Figures[0]) })));
        Assert.Equal(["numbers"], Wrong(Forged(signed, right with { Figures = [right.Figures[1], right.Figures[0], .. right.Figures.Skip(2)] })));
        Assert.Equal(["numbers"], Wrong(Forged(signed, right with { Figures = right.Figures.SetItem(0, new CertificateFigure("method", "2", "")) })));
    }

    // Aim: signatures of people are bound to what they signed, and are of two people.
    [Fact]
    public void Signatures_of_people_are_bound_and_of_two_people()
    {
        SignedCertificate signed = _scene.Issue(SampleCalibration.Small());
        using SiteKey forger = SiteKey.Make();
        Signature measured = signed.Certificate.Measured;
        Assert.Equal(["people"], Wrong(Forged(signed, signed.Certificate with { Measured = measured with { Sha256 = new string('a', 64) } })));
        Assert.Equal(["people"], Wrong(Forged(signed, signed.Certificate with { Measured = measured with { PersonId = "second" } })));
        Assert.Equal(["people"], Wrong(CertificateRules.Seal(signed.Certificate, signed.Authorised with { Sha256 = new string('a', 64) }, _scene.Key)));
        Assert.Equal(["people"], Wrong(CertificateRules.Seal(signed.Certificate, signed.Authorised with { Meaning = "seen" }, _scene.Key)));
    }

    // Aim: a pinned key, or the site's journal, tells a forger's certificate from the site's, though all in it agrees.
    [Fact]
    public void Key_is_pinned_by_fingerprint_or_journal()
    {
        SignedCertificate signed = _scene.Issue(SampleCalibration.Small());
        SignedCertificate forged = Forged(signed, signed.Certificate);
        Assert.Empty(Wrong(forged));
        Assert.Equal(["key"], Wrong(forged, _scene.Key.Fingerprint));
        Assert.Empty(Wrong(signed, _scene.Key.Fingerprint));
        Assert.Equal(["key", "journal"], Wrong(forged, journal: true));
        CertificateKey lying = forged.Certificate.Key with { Fingerprint = _scene.Key.Fingerprint };
        Assert.Contains("signature", Wrong(Forged(signed, signed.Certificate, lying), _scene.Key.Fingerprint));
    }

    // Aim: the certificate before is the one that is named, by its hash; without it the check says that it was not made.
    [Fact]
    public void Chain_is_checked_with_the_earlier_file_or_the_journal()
    {
        SignedCertificate first = _scene.Issue(SampleCalibration.Small());
        SignedCertificate second = _scene.Issue(SampleCalibration.Small() with { CalibrationId = "K-10" });
        CertificateVerification verification = Verification(CertificateDraft.Of);
        Assert.Equal(FindingKind.Note, Chain(verification.Check([FileOf("json", second.ToJson())])!));
        Assert.Equal(FindingKind.Right, Chain(verification.Check([FileOf("json", second.ToJson()), FileOf("html", CertificateHtml.Of(first))])!));
        SignedCertificate other = Forged(first, first.Certificate with { Site = "Elsewhere" });
        Assert.Equal(FindingKind.Wrong, Chain(verification.Check([FileOf("json", second.ToJson()), FileOf("json", other.ToJson())])!));
        Assert.Equal(FindingKind.Right, Chain(Verification(CertificateDraft.Of, journal: true).Check([FileOf("json", second.ToJson())])!));

        static FindingKind Chain(IReadOnlyList<CertificateFinding> findings) => findings.First(each => each.Check == "chain").Kind;
    }

    // Aim: with the journal it says whether the certificate counts: in force, superseded, revoked with its reason, past its day, or never issued here.
    [Fact]
    public void Journal_says_how_it_stands()
    {
        SignedCertificate first = _scene.Issue(SampleCalibration.Small());
        Assert.Contains("in force", Journal(first).Sentence, StringComparison.Ordinal);
        SignedCertificate second = _scene.Issue(SampleCalibration.Small() with { CalibrationId = "K-10" });
        Assert.Equal(FindingKind.Note, Journal(first).Kind);
        _scene.Fold(Assert.Single(CertificateRules.Revoke(_scene.State, "C-2031-0002", new RevokeCertificate("Wrong balance"), _scene.Operator).Events));
        Assert.Equal(FindingKind.Wrong, Journal(second).Kind);
        Assert.EndsWith("Wrong balance", Journal(second).Sentence, StringComparison.Ordinal);
        Assert.Equal(FindingKind.Wrong, Journal(Forged(first, first.Certificate with { Number = "C-2031-0003" })).Kind);

        CertificateVerification late = new(CertificateDraft.Of, null, null, new DateOnly(2032, 5, 7));
        Assert.Contains(late.Check([FileOf("json", first.ToJson())])!, each => each is { Check: "terms", Kind: FindingKind.Note });

        CertificateFinding Journal(SignedCertificate signed) =>
            Verification(CertificateDraft.Of, journal: true).Check([FileOf("json", signed.ToJson())])!.First(each => each.Check == "journal");
    }

    // Aim: records that anybody may have made, with holes, times that are none, counts that would be counted through for hours, or units and numbers that nobody
    // can draw, are refused or found, in each form; nothing is thrown and nothing hangs.
    [Fact]
    public void Hostile_records_are_refused_or_found()
    {
        SignedCertificate signed = _scene.Issue(SampleCalibration.Small());
        CalibrationCertificate right = signed.Certificate;
        CalibrationData data = right.Data;
        Assert.Null(Read(right with { Data = data with { Device = data.Device with { Needles = int.MaxValue } } }));
        Assert.Null(Read(right with { IssuedAtUnixMs = 9_000_000_000_000_000 }));
        Assert.Null(Read(right with { Data = data with { EndedAtUnixMs = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() - 1 } }));
        Assert.Null(Read(right with { Data = data with { Series = [] } }));
        Assert.Null(Read(right with { Data = data with { Setup = data.Setup with { Points = [null!] } } }));
        Assert.Null(Read(right with { Figures = right.Figures.Add(null!) }));
        foreach (string value in (string[])["1E+300", "NaN", "-Infinity", "", "x"])
        {
            SignedCertificate forged = Forged(signed, right with { Figures = [.. right.Figures.Select(each => each.Id == "method" ? each : each with { Value = value, Unit = "parsec" })] });
            foreach (string form in (string[])["json", "html", "dcc"])
            {
                CertificateFile file = FileOf(form, CertificateForms.All[form].Make(forged));
                Assert.Contains(Verification(CertificateDraft.Of).Check([file])!, each => each is { Kind: FindingKind.Wrong, Check: "numbers" });
            }
        }

        SignedCertificate? Read(CalibrationCertificate certificate) => SignedCertificate.Read(Forged(signed, certificate).ToJson(), out _);
    }

    // Aim: each number of a record, made as large or as small as numbers get, is refused or found, in each form that carries a record; nothing is thrown.
    [Theory]
    [InlineData("volume")]
    [InlineData("depth")]
    [InlineData("occlusion")]
    public void Numbers_beyond_all_bounds_are_refused_or_found(string kind)
    {
        SignedCertificate signed = _scene.Issue(kind switch
        {
            "volume" => SampleCalibration.Small(),
            "depth" => SampleCalibration.Depth(),
            _ => SampleCalibration.Occlusion(),
        });
        CertificateDraft draft = CertificateDraft.Of(signed.Certificate.Data);
        string right = signed.ToJson();
        MatchCollection numbers = WholeNumber().Matches(right);
        Assert.True(numbers.Count > 40, $"Only {numbers.Count} numbers.");
        string html = CertificateHtml.Of(signed);
        string inHtml = CertificateHtml.RecordIn(html)!;
        MatchCollection numbersInHtml = WholeNumber().Matches(inHtml);
        Assert.Equal(numbers.Count, numbersInHtml.Count);
        int refused = 0;
        int place = 0;
        foreach (Match number in numbers)
        {
            bool sheets = place % 7 == 0;
            Match other = numbersInHtml[place++];
            foreach (string huge in (string[])["9223372036854775807", "-9223372036854775808", "9007199254740993", "9007199254740991", "-9007199254740991", "99999999999999999999"])
            {
                string changed = Changed(right, number, huge);
                foreach (string text in (string[])[changed, .. sheets ? [html.Replace(inHtml, Changed(inHtml, other, huge), StringComparison.Ordinal)] : Array.Empty<string>()])
                {
                    // What the readings give is not asked here: a figure that is sealed otherwise is found before.
                    IReadOnlyList<CertificateFinding>? findings = Verification(_ => draft).Check([FileOf("changed", text)]);
                    Assert.True(findings is null || findings.Any(each => each.Kind == FindingKind.Wrong), $"{huge} at {number.Index} of {kind} passed.");
                    refused += findings is null ? 1 : 0;
                }
            }
        }

        Assert.True(refused > numbers.Count, $"Only {refused} were refused.");
    }

    // Aim: readings as large as JSON can say them exactly are evaluated to nothing, and nothing is thrown.
    [Fact]
    public void Readings_beyond_all_bounds_are_found()
    {
        SignedCertificate signed = _scene.Issue(SampleCalibration.Small());
        string right = signed.ToJson();
        int data = right.IndexOf("\"data\":", StringComparison.Ordinal);
        Match[] numbers = [.. WholeNumber().Matches(right).Where(each => each.Index > data)];
        SeededChance chance = new(20_261_128);
        for (int i = 0; i < 40; i++)
        {
            Match number = numbers[chance.Between(0, numbers.Length - 1)];
            string changed = Changed(right, number, chance.Between(0, 1) == 0 ? "9007199254740991" : "-9007199254740991");
            IReadOnlyList<CertificateFinding>? findings = Verification(CertificateDraft.Of).Check([FileOf("changed", changed)]);
            Assert.True(findings is null || findings.Any(each => each.Kind == FindingKind.Wrong), $"The number at {number.Index} passed.");
        }
    }

    // Aim: what is no certificate is said to be none, whatever it is made of, and nothing is thrown.
    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"certificate\":")]
    [InlineData("{\"certificate\":{}}")]
    [InlineData("{\"certificate\":\"\\ud800\"}")]
    [InlineData("<html></html>")]
    [InlineData("<script type=\"application/json\" id=\"certificate\">{</script>")]
    [InlineData("<?xml version=\"1.0\"?><document xmlns=\"https://ptb.de/dcc\"><dataBase64>!</dataBase64></document>")]
    [InlineData("\u00ff\u0000")]
    public void What_is_no_certificate_is_said_to_be_none(string text)
    {
        Assert.Null(Verification(CertificateDraft.Of).Check([CertificateFile.Of("file", Encoding.UTF8.GetBytes(text))]));
        Assert.Null(Verification(CertificateDraft.Of).Check([CertificateFile.Of("file", [0xff, 0xfe, .. Encoding.Unicode.GetBytes(text)])]));
    }

    private static string Changed(string text, Match number, string into) => text[..number.Index] + into + text[(number.Index + number.Length)..];

    [GeneratedRegex(@"(?<=[:,\[])-?\d+(?=[,}\]])")]
    private static partial Regex WholeNumber();

    private static CertificateFile FileOf(string name, string text) => CertificateFile.Of(name, Encoding.UTF8.GetBytes(text));

    private static bool IsFound(CertificateFile file, CertificateFile record) => file.Signed is { } signed
        ? SealChecks.Of(file, signed).Any(each => each.Kind == FindingKind.Wrong)
        : file.Form != CertificateForm.Other || CertificateFile.Companions(record.Signed!).All(each => each.Text != file.Text);

    private static SignedCertificate Reseal(SignedCertificate signed, CalibrationCertificate certificate, SiteKey key, CertificateKey? named = null)
    {
        CalibrationCertificate forged = certificate with
        {
            Key = named ?? new CertificateKey(CertificateKey.Ecdsa, key.Fingerprint, key.PublicKey),
            Measured = certificate.Measured == signed.Certificate.Measured
                ? certificate.Measured with { Sha256 = SignedCertificate.HashOf(certificate.Data) }
                : certificate.Measured,
        };
        return CertificateRules.Seal(forged, signed.Authorised with { Sha256 = SignedCertificate.HashOf(forged) }, key);
    }

    private static SignedCertificate Forged(SignedCertificate signed, CalibrationCertificate certificate, CertificateKey? named = null)
    {
        using SiteKey forger = SiteKey.Make();
        return Reseal(signed, certificate, forger, named);
    }

    private CertificateVerification Verification(Func<CalibrationData, CertificateDraft> evaluate, string? pinned = null, bool journal = false) =>
        new(evaluate, pinned, journal ? _scene.State.Certificates : null, Today);

    private string[] Wrong(SignedCertificate signed, string? pinned = null, bool journal = false) =>
    [
        .. Verification(CertificateDraft.Of, pinned, journal).Check([FileOf("json", signed.ToJson())])!
            .Where(each => each.Kind == FindingKind.Wrong).Select(each => each.Check).Distinct(),
    ];
}
