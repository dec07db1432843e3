using MesoPen.Host.Control;
using MesoPen.Host.Loop;
using MesoPen.Kernel;

namespace MesoPen.Hil;

/// <summary>A person who reads everything and says yes after a moment.</summary>
internal sealed class PromptDesk(EventLoop loop, int answerMs) : IOperatorDesk
{
    private readonly List<(NoticeKind Kind, string Text)> _notices = [];
    private readonly List<string> _questions = [];

    public IReadOnlyList<(NoticeKind Kind, string Text)> Notices => _notices;

    public IReadOnlyList<string> Questions => _questions;

    /// <summary>What the person says to a question; yes if null.</summary>
    public Func<string, bool>? Opinion { get; set; }

    /// <summary>What the person says to a question: yes, no or nothing; asked only if <see cref="Opinion"/> is null.</summary>
    public Func<string, string>? Answer { get; set; }

    /// <summary>Told of every question.</summary>
    public Action<string>? Asked { get; set; }

    /// <summary>Told of every notice.</summary>
    public Action<NoticeKind, string>? Told { get; set; }
    /// <summary>Told of every answer when it is given.</summary>
    public Action<string, bool>? Answered { get; set; }

    /// <summary>The person is not there: no question is answered.</summary>
    public bool Away { get; set; }

    public void Notice(NoticeKind kind, string text)
    {
        _notices.Add((kind, text));
        Told?.Invoke(kind, text);
    }

    public void Progress(Session session, TreatmentPlan plan)
    {
    }

    public void Ask(string question, Action<bool> answer)
    {
        _questions.Add(question);
        Asked?.Invoke(question);
        string answered = Opinion is { } opinion ? (opinion(question) ? "yes" : "no") : Answer?.Invoke(question) ?? "yes";
        if (Away || answered == "nothing")
        {
            return;
        }

        bool says = answered == "yes";
        loop.CreateTimer(_ => Say(question, says, answer), null, TimeSpan.FromMilliseconds(answerMs), Timeout.InfiniteTimeSpan);
    }

    private void Say(string question, bool says, Action<bool> answer)
    {
        Answered?.Invoke(question, says);
        answer(says);
    }

    public void Withdraw()
    {
    }
}
