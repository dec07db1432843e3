using System.Globalization;
using MesoPen.Host.Clinic.Products;

namespace MesoPen.Tests;

public sealed class Gs1Tests
{
    private const string Gs = "\u001d";
    private const string Item = "0109521234543213";
    private static readonly DateOnly Today = new(2026, 3, 2);

    /// <summary>Text, GTIN, lot, expiry, serial.</summary>
    public static TheoryData<string, string?, string?, string?, string?> Read => new()
    {
        { $"]d2{Item}17290131" + "10ABC" + Gs + "21123", "09521234543213", "ABC", "2029-01-31", "123" },
        { $"]C1{Item}10ABC", "09521234543213", "ABC", null, null },
        { $"]Q3{Item}10ABC", "09521234543213", "ABC", null, null },
        { $"]e0{Item}10ABC", "09521234543213", "ABC", null, null },
        { $"{Gs}{Item}1729010021S/1{Gs}10A-1", "09521234543213", "A-1", "2029-01-31", "S/1" },
        { $"\uFEFF{Item}17280200\r\n", "09521234543213", null, "2028-02-29", null },
        { $"{Item}17290131{Gs}10ABC{Gs}", "09521234543213", "ABC", "2029-01-31", null },
        { $"{Item}10ABC\u241d21123", "09521234543213", "ABC", null, "123" },
        { "(01)09521234543213(17)290131(10)ABC(21)123", "09521234543213", "ABC", "2029-01-31", "123" },
        { "(01) 09521234543213 (10) A(B)C", "09521234543213", "A(B)C", null, null },
        { $"{Item}3103001250" + "1126010110ABC", "09521234543213", "ABC", null, null },
        { $"{Gs}10AB912", null, "AB912", null, null },
        { "1729013110A1", null, "A1", "2029-01-31", null },
    };

    /// <summary>Text, and a word of the sentence that refuses it.</summary>
    public static TheoryData<string, string> Refused => new()
    {
        { "", "empty" },
        { "]d2\r\n", "empty" },
        { Gs + Gs, "empty" },
        { "+A123BJC5D6E71G", "HIBC" },
        { "]d1+A123BJC5D6E71G", "HIBC" },
        { "=/A9999XYZ100T0944", "ICCBBA" },
        { "]d1" + Item, "no GS1 symbol" },
        { "0109521234543214", "check digit" },
        { "(01)09521234543214", "check digit" },
        { "010952123454321", "takes 14" },
        { "17291331", "no day" },
        { "17290230", "no day" },
        { $"{Gs}10{new string('A', 21)}", "1 to 20" },
        { $"{Gs}10AB{Gs}9112", "(91)" },
        { "(10)AB(91)12", "(91)" },
        { $"{Item}9112345", "(91)" },
        { $"{Gs}10AB{Gs}10CD", "twice" },
        { "10ABéC", "U+00E9" },
        { "10AB\r\n21CD", "U+000D" },
        { "hello", "no application identifier" },
        { "(1a)AB", "no application identifier" },
        { "(10AB", "no application identifier" },
        { new string('1', 513), "512" },
    };

    /// <summary>Year of today, two digits of the symbol, the year that they mean: the rule's edges.</summary>
    public static TheoryData<int, int, int> Centuries => new()
    {
        { 2026, 26, 2026 }, { 2026, 76, 2076 }, { 2026, 77, 1977 }, { 2026, 0, 2000 }, { 2060, 10, 2110 }, { 2060, 11, 2011 }, { 2099, 49, 2149 }, { 2099, 50, 2050 },
    };

    // Aim: every prefix, form, noise and date that scanners send is read as what it is.
    [Theory]
    [MemberData(nameof(Read))]
    public void Text_is_read(string text, string? gtin, string? lot, string? expires, string? serial)
    {
        Gs1Reading reading = Gs1.Parse(text, Today);

        Assert.Equal("", reading.Sentence);
        Gs1Elements elements = reading.Elements!;
        Assert.Equal((gtin, lot, expires, serial), (elements.Gtin, elements.Lot, elements.Expires?.ToString("o", CultureInfo.InvariantCulture), elements.Serial));
    }

    // Aim: what cannot be read gives a sentence that names why, and no elements.
    [Theory]
    [MemberData(nameof(Refused))]
    public void Text_that_is_no_element_string_is_refused(string text, string word)
    {
        Gs1Reading reading = Gs1.Parse(text, Today);

        Assert.Null(reading.Elements);
        Assert.False(reading.IsAmbiguous);
        Assert.Contains(word, reading.Sentence, StringComparison.Ordinal);
    }

    // Aim: the century of two digits follows GS1's sliding rule at its edges, and depends on the day that is passed, not on the computer's.
    [Theory]
    [MemberData(nameof(Centuries))]
    public void Century_slides_with_the_year(int now, int digits, int year) =>
        Assert.Equal(new DateOnly(year, 6, 15), Gs1.Parse($"17{digits:00}0615", new DateOnly(now, 1, 1)).Elements?.Expires);

    // Aim: without separators a lot that could hold a serial number, or the beginning of something unknown, is asked about with the ways to read it.
    [Theory]
    [InlineData("10ABC21123", "(10)ABC(21)123", "(10)ABC21123")]
    [InlineData("10AB3012", "(10)AB and (30)12, which is not supported", "(10)AB3012")]
    [InlineData("21S240X", "(21)S(240)X", "(21)S240X")]
    [InlineData("]d210LX17281231", "(10)LX(17)281231", "(10)LX17281231")]
    public void Lost_separators_are_asked_about(string text, string one, string other)
    {
        Gs1Reading reading = Gs1.Parse(text, Today);

        Assert.Null(reading.Elements);
        Assert.Equal([one, other], reading.Candidates.Select(each => each.ToString()).Order(StringComparer.Ordinal));
        Assert.Contains("2 ways", reading.Sentence, StringComparison.Ordinal);
    }
}
