using MesoPen.Kernel;

namespace MesoPen.Host.Control;

/// <summary>Where the person at the treatment sits: a terminal, a script, later a web console. Called on the loop; returns at once.</summary>
internal interface IOperatorDesk
{
    /// <summary>Shows a sentence.</summary>
    void Notice(NoticeKind kind, string text);

    /// <summary>Shows how far the treatment is.</summary>
    void Progress(Session session, TreatmentPlan plan);

    /// <summary>Asks; the answer may come on any thread, once, or never if the question is overtaken by <see cref="Withdraw"/>.</summary>
    void Ask(string question, Action<bool> answer);

    /// <summary>The question does not matter any more.</summary>
    void Withdraw();
}
