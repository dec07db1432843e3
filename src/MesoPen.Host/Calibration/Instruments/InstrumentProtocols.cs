using System.Diagnostics.CodeAnalysis;

namespace MesoPen.Host.Calibration;

/// <summary>The words for the protocols, as addresses and files hold them.</summary>
public static class InstrumentProtocols
{
    private static readonly (InstrumentProtocol Protocol, string Word)[] s_words =
    [
        (InstrumentProtocol.MtSics, "mt-sics"), (InstrumentProtocol.Sbi, "sbi"), (InstrumentProtocol.Radwag, "radwag"),
        (InstrumentProtocol.Mitutoyo, "mitutoyo"), (InstrumentProtocol.Mahr, "mahr"), (InstrumentProtocol.Starrett, "starrett"),
        (InstrumentProtocol.Pattern, "pattern"), (InstrumentProtocol.Typed, "typed"),
    ];

    /// <summary>All words, for messages.</summary>
    public static string Words { get; } = string.Join(", ", s_words.Select(each => each.Word));

    /// <summary>The word for a protocol.</summary>
    public static string Word(this InstrumentProtocol protocol) => s_words.First(each => each.Protocol == protocol).Word;

    /// <summary>The protocol for a word.</summary>
    public static bool TryParse(string word, [NotNullWhen(true)] out InstrumentProtocol? protocol)
    {
        protocol = s_words.Where(each => each.Word == word).Select(each => (InstrumentProtocol?)each.Protocol).FirstOrDefault();
        return protocol is not null;
    }
}
