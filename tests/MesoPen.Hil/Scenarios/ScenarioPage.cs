using System.Text;

namespace MesoPen.Hil;

/// <summary>The tables of docs/scenarios.md, from the keys and forms that the reader goes by.</summary>
internal static class ScenarioPage
{
    public static string Tables()
    {
        StringBuilder text = new();
        Keys(text, "The file", ScenarioKeys.Root);
        Keys(text, "`rig`", ScenarioKeys.Rig);
        Keys(text, "A certificate of the rig", ScenarioKeys.Certificate);
        Keys(text, "`weather` of the rig, thousandths of frames each way", ScenarioKeys.Weather);
        Keys(text, "`cut`", ScenarioKeys.Cut);
        Keys(text, "A step", ScenarioKeys.Step);
        Sentences(text, "Sentences of `when` and `expect`", ConditionForms.All);
        Sentences(text, "Sentences of `do`", ActionForms.All);
        Keys(text, "An expectation", ScenarioKeys.Expect);
        Keys(text, "An `answers` item of the rig", ScenarioKeys.Answer);
        Keys(text, "An excuse", ScenarioKeys.Excuse);
        return text.ToString();
    }

    private static void Keys(StringBuilder text, string title, IReadOnlyList<ScenarioKey> keys)
    {
        Head(text, title, "| key | form | |\n| --- | --- | --- |\n");
        foreach (ScenarioKey key in keys)
        {
            text.Append($"| `{key.Name}` | {key.Form}{(key.Required ? ", required" : "")} | {key.Meaning} |\n");
        }

        text.Append('\n');
    }

    private static void Sentences<TKind>(StringBuilder text, string title, IReadOnlyList<SentenceForm<TKind>> forms)
        where TKind : struct, Enum
    {
        Head(text, title, "| form | example | levels |\n| --- | --- | --- |\n");
        foreach (SentenceForm<TKind> form in forms)
        {
            text.Append($"| {form.Shape.Replace("|", "\\|", StringComparison.Ordinal)} | `{form.Example}` | virtual{(form.Pty ? ", pty" : "")} |\n");
        }

        text.Append('\n');
    }

    private static void Head(StringBuilder text, string title, string columns) => text.Append($"### {title}\n\n").Append(columns);
}
