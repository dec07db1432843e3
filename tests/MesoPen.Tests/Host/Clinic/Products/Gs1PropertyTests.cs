using FsCheck;
using FsCheck.Fluent;
using MesoPen.Host.Clinic.Products;

namespace MesoPen.Tests;

public sealed class Gs1PropertyTests
{
    private const char Gs = '\u001d';
    private const string Marks = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!\"%&'()*+,-./:;<=>?_";
    private static readonly DateOnly Today = new(2026, 3, 2);

    // Many digits, so that lots hold what looks like an identifier.
    private static readonly Gen<char> Mark = Gen.Frequency((3, Gen.Elements("01279".ToCharArray())), (1, Gen.Elements(Marks.ToCharArray())));

    private static readonly Gen<Gs1Element[]> Strings =
        from gtin in Gen.Choose(0, int.MaxValue).Select(number => Numbered("01", $"{number:0000000000000}"))
        from expires in Day("17")
        from produced in Day("11")
        from weight in Gen.Choose(0, 999_999).Select(number => new Gs1Element("3103", $"{number:000000}"))
        from lot in Text("10", 20)
        from serial in Text("21", 20)
        from additional in Text("240", 30)
        from order in Gen.Shuffle(new[] { gtin, expires, produced, weight, lot, serial, additional })
        from count in Gen.Choose(1, 7)
        select order[..count];

    // Aim: whatever elements in whatever order, with the separators where GS1 wants them, come back as they were.
    [Fact]
    public void With_separators_every_element_string_is_read_as_it_was_written() => Check(elements =>
    {
        string text = Gs + string.Concat(elements.Select(each => each.Ai + each.Value + (each.Ai is "10" or "21" or "240" ? Gs : "")));
        return Gs1.Parse(text, Today).Elements?.All.SequenceEqual(elements) == true;
    });

    // Aim: in parentheses too, unless a value itself looks like an identifier in parentheses.
    [Fact]
    public void In_parentheses_every_element_string_is_read_as_it_was_written() => Check(elements =>
        elements.Any(each => each.Value.Contains('('))
        || Gs1.Parse(string.Concat(elements.Select(each => $"({each.Ai}){each.Value}")), Today).Elements?.All.SequenceEqual(elements) == true);

    // Aim: without separators it is read as it was written, or asked about with what was written among the ways; never read as something else.
    [Fact]
    public void Without_separators_it_is_read_rightly_or_asked_about() => Check(elements =>
    {
        Gs1Reading reading = Gs1.Parse(string.Concat(elements.Select(each => each.Ai + each.Value)), Today);
        return reading.IsAmbiguous
            ? reading.Candidates.Any(each => each.Unread is null && each.All.SequenceEqual(elements))
            : reading.Elements?.All.SequenceEqual(elements) == true;
    });

    // Aim: no text makes the reader throw: a hundred thousand of letters that matter, cut and changed element strings among them.
    [Fact]
    public void No_text_throws()
    {
        const int Seed = 20260302;
        Random random = new(Seed);
        const string Letters = "0123456789012345678901234567890123456789ABab()]d2C1Q3e0+=&*\u001d\uFEFF\r\n \0é\u241d\ud83d";
        int read = 0, asked = 0, refused = 0;
        for (int run = 0; run < 100_000; run++)
        {
            char[] text = new char[random.Next(60)];
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = Letters[random.Next(Letters.Length)];
            }

            string whole = random.Next(3) switch
            {
                0 => new string(text),
                1 => "0109521234543213" + "10" + new string(text),
                _ => "(01)09521234543213(10)" + new string(text),
            };
            Gs1Reading reading = Gs1.Parse(whole, Today);
            Assert.True(reading.Elements is not null ^ reading.Sentence.Length > 0, $"seed {Seed}, run {run}");
            read += reading.Elements is null ? 0 : 1;
            asked += reading.IsAmbiguous ? 1 : 0;
            refused += reading.Elements is null && !reading.IsAmbiguous ? 1 : 0;
        }

        Assert.True(read > 100 && asked > 100 && refused > 1000, $"seed {Seed}: {read} read, {asked} asked, {refused} refused");
    }

    private static void Check(Func<Gs1Element[], bool> holds) => Prop.ForAll(Strings.ToArbitrary(), holds)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true));

    private static Gs1Element Numbered(string ai, string first) => new(ai, first + Gtin.CheckDigit(first));

    private static Gen<Gs1Element> Day(string ai) =>
        from year in Gen.Choose(0, 99)
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(0, 28)
        select new Gs1Element(ai, $"{year:00}{month:00}{day:00}");

    private static Gen<Gs1Element> Text(string ai, int most) =>
        from length in Gen.Choose(1, most)
        from text in Gen.ArrayOf(Mark, length)
        select new Gs1Element(ai, new string(text));
}
