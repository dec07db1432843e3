using MesoPen.Host.Input;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>A scenario that says it runs with real processes may ask only for what can be had with them: what cannot is refused, not ignored.</summary>
internal static class LevelCheck
{
    /// <exception cref="InputException">Something in it cannot be had at one of its levels.</exception>
    public static void Require(Scenario scenario, ScenarioMap root)
    {
        if (!scenario.Levels.Contains(RunLevel.Pty))
        {
            return;
        }

        foreach (ScenarioStep step in scenario.Steps)
        {
            Sentence(scenario, ConditionForms.All, step.When?.Kind, step.When?.Text, step.When?.Line);
            Sentence(scenario, ConditionForms.All, step.Expect?.Kind, step.Expect?.Text, step.Expect?.Line);
            Sentence(scenario, ActionForms.All, step.Do?.Kind, step.Do?.Text, step.Do?.Line);
        }

        ScenarioRig rig = scenario.Rig;
        bool plain = rig.Weather == LinkWeather.Clear && rig.DiskMs == 0 && rig.Start is null && rig.Answers.Count == 0 && rig.Plant.Count == 0
            && rig.Certificates is null;
        if (!plain)
        {
            throw root.Error("rig", "weather, disk, start, answers, certificates and plant of the rig are had on virtual time alone: leave them out, or leave out the level pty.");
        }

        PtyNeeds.Require(scenario);
        if (scenario.Expect.FirstOrDefault(each => each.Kind is ExpectationKind.State or ExpectationKind.Device) is { } state)
        {
            throw new InputException(scenario.Path, state.Line, "state and device at the end are had on virtual time alone: expect runs and records, or leave out the level pty.");
        }
    }

    private static void Sentence<TKind>(Scenario scenario, IReadOnlyList<SentenceForm<TKind>> forms, TKind? kind, string? text, int? line)
        where TKind : struct, Enum
    {
        if (kind is { } asked && !forms.First(form => EqualityComparer<TKind>.Default.Equals(form.Kind, asked)).Pty)
        {
            string can = string.Join("; ", forms.Where(form => form.Pty).Select(form => form.Shape));
            throw new InputException(scenario.Path, line ?? 0, $"{Quoted.Of(text!)} is had on virtual time alone: leave out the level pty, or use one of: {can}.");
        }
    }
}
