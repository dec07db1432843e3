using System.Collections.Immutable;

namespace MesoPen.Host.Clinic.Products;

/// <summary>Element strings in each of their three forms.</summary>
/// <param name="today">The day, which decides the century of dates.</param>
internal sealed class Gs1Forms(DateOnly today)
{
    // A text that can be read in more ways than these is not worth asking about.
    private const int CandidatesMax = 4096;

    /// <summary>As people read it: identifiers in parentheses, which are no part of any value.</summary>
    public Gs1Reading Bracketed(string text)
    {
        Gs1Elements elements = new();
        for (int at = 0; at < text.Length;)
        {
            int close = text.IndexOf(')', at);
            string ai = close < 0 ? "" : text[(at + 1)..close];
            int next = close < 0 ? -1 : NextBracket(text, close + 1);
            if (close < 0 || Gs1Identifier.At(ai) is not { } identifier || identifier.Ai != ai)
            {
                return Gs1Reading.Refused($"Behind character {at + 1} there is no application identifier of GS1: write it as (10), and its value behind it.");
            }

            string value = text[(close + 1)..next].Trim(Gs1.Separator, ' ');
            if (Add(elements, identifier, value, out string sentence) is not { } more)
            {
                return Gs1Reading.Refused(sentence);
            }

            (elements, at) = (more, next);
        }

        return Gs1Reading.Of(elements);
    }

    /// <summary>As scanned, with the separators.</summary>
    public Gs1Reading Separated(string text)
    {
        Gs1Elements elements = new();
        for (int at = 0; at < text.Length;)
        {
            if (text[at] == Gs1.Separator)
            {
                at++;
                continue;
            }

            if (Gs1Identifier.At(text.AsSpan(at)) is not { } identifier)
            {
                return Gs1Reading.Refused(NoIdentifier(at));
            }

            int from = at + identifier.Ai.Length;
            int separator = text.IndexOf(Gs1.Separator, from);
            int end = separator < 0 ? text.Length : separator;
            end = identifier.Ends == Gs1End.Predefined ? Math.Min(end, from + identifier.Max) : end;
            if (Add(elements, identifier, text[from..end], out string sentence) is not { } more)
            {
                return Gs1Reading.Refused(sentence);
            }

            (elements, at) = (more, end);
        }

        return Gs1Reading.Of(elements);
    }

    /// <summary>As scanned, if the separators are lost or none was needed: every way to read it.</summary>
    public Gs1Reading Unseparated(string text)
    {
        List<Gs1Elements> found = [];
        (int At, string Sentence) failure = (-1, "");
        Split(text, 0, new Gs1Elements(), found, ref failure);
        ImmutableArray<Gs1Elements> ways = [.. found];
        return ways switch
        {
            [] => Gs1Reading.Refused(failure.Sentence),
            [{ Unread: null } one] => Gs1Reading.Of(one),
            [{ } one] => Gs1Reading.Refused(NotSupported(one.Unread![1..one.Unread.IndexOf(')', StringComparison.Ordinal)])),
            _ => Gs1Reading.Ambiguous(
                ways,
                $"The scanner lost the separators, and this can be read in {ways.Length} ways: {ways[0]}; or {ways[1]}{(ways.Length > 2 ? "; and others" : "")}. "
                + "Compare it with the label and give the lot and the serial number beside the scan."),
        };
    }

    private void Split(string text, int at, Gs1Elements elements, List<Gs1Elements> found, ref (int At, string Sentence) failure)
    {
        if (at == text.Length)
        {
            found.Add(elements);
            return;
        }

        if (Gs1Identifier.At(text.AsSpan(at)) is not { } identifier)
        {
            Note(ref failure, at, NoIdentifier(at));
            return;
        }

        int from = at + identifier.Ai.Length;
        if (identifier.Ends == Gs1End.NotSupported && from < text.Length)
        {
            found.Add(elements with { Unread = $"({identifier.Ai}){text[from..]}" });
            return;
        }

        int longest = Math.Min(identifier.Max, text.Length - from);
        for (int length = Math.Min(identifier.Min, longest); length <= longest && found.Count < CandidatesMax; length++)
        {
            if (Add(elements, identifier, text.Substring(from, length), out string sentence) is not { } more)
            {
                Note(ref failure, at, sentence);
                return;
            }

            Split(text, from + length, more, found, ref failure);
        }
    }

    /// <summary>The elements with one more; null with a sentence if it cannot be.</summary>
    private Gs1Elements? Add(Gs1Elements elements, Gs1Identifier identifier, string value, out string sentence)
    {
        string ai = identifier.Ai;
        DateOnly? day = null;
        sentence = identifier.Ends == Gs1End.NotSupported ? NotSupported(ai)
            : elements.All.Any(each => each.Ai == ai) ? $"The identifier ({ai}) stands there twice: scan one symbol at a time."
            : value.Length < identifier.Min || value.Length > identifier.Max ? WrongLength(identifier, value)
            : value.Contains(' ') ? $"The value of ({ai}) holds a space, which no GS1 symbol does: scan it again."
            : identifier.Ends == Gs1End.Predefined && !value.All(char.IsAsciiDigit) ? $"The value of ({ai}) takes digits alone: scan it again."
            : ai is "01" or "02" && Gtin.Read(value, out string wrong) is null ? wrong
            : ai is "11" or "17" && (day = Gs1Date.Read(value, today)) is null ? $"({ai}){value} is no day of any calendar: scan it again, or type the expiry."
            : "";
        return sentence.Length > 0 ? null : elements with
        {
            All = elements.All.Add(new Gs1Element(ai, value)),
            Produced = ai == "11" ? day : elements.Produced,
            Expires = ai == "17" ? day : elements.Expires,
        };
    }

    private static string WrongLength(Gs1Identifier identifier, string value) => identifier.Min == identifier.Max
        ? $"The value of ({identifier.Ai}) has {value.Length} characters, and takes {identifier.Max}: scan it again."
        : $"The value of ({identifier.Ai}) has {value.Length} characters, and takes {identifier.Min} to {identifier.Max}: scan it again.";

    private static string NotSupported(string ai) =>
        $"The symbol holds the identifier ({ai}), which is not supported: type the lot and its expiry.";

    private static string NoIdentifier(int at) =>
        $"At character {at + 1} there is no application identifier of GS1: scan it again, or type the lot and its expiry.";

    // What went wrong furthest on is what was meant.
    private static void Note(ref (int At, string Sentence) failure, int at, string sentence)
    {
        if (at > failure.At)
        {
            failure = (at, sentence);
        }
    }

    private static int NextBracket(string text, int from)
    {
        for (int at = text.IndexOf('(', from); at >= 0; at = text.IndexOf('(', at + 1))
        {
            int close = text.IndexOf(')', at);
            if (close - at is >= 3 and <= 5 && !text.AsSpan(at + 1, close - at - 1).ContainsAnyExceptInRange('0', '9'))
            {
                return at;
            }
        }

        return text.Length;
    }
}
