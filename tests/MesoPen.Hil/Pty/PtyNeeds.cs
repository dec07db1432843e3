using MesoPen.Host.Input;
using MesoPen.Simulator;

namespace MesoPen.Hil;

/// <summary>What a scenario may not ask of real processes beyond its sentences: refused, not ignored.</summary>
internal static class PtyNeeds
{
    // The truth file tells no instant at which a needle that is out begins to rest there or to come back.
    private static readonly StrokePhase[] Untold = [StrokePhase.Depth, StrokePhase.Back];

    private static readonly string[] HostFaultsHad = [FaultCatalogue.HostKill, FaultCatalogue.HostPause, FaultCatalogue.DiskLocked];

    /// <exception cref="InputException">It asks for something that cannot be had with them.</exception>
    public static void Require(Scenario scenario)
    {
        foreach (ScenarioStep step in scenario.Steps)
        {
            Phase(scenario, step.When);
            Phase(scenario, step.Expect);
        }

        foreach (FaultSpec fault in scenario.Rig.Faults.Where(HostFaults.IsOne))
        {
            Fault(scenario, fault);
        }

        if (scenario.Expect.FirstOrDefault(each => each.Kind == ExpectationKind.Asked) is { } asked)
        {
            throw new InputException(scenario.Path, asked.Line, "asked is had on virtual time alone, since real runs answer by --yes: expect told, or leave out the level pty.");
        }

        ScenarioRig rig = scenario.Rig;
        if (rig.AnswerMs != new ScenarioRig().AnswerMs)
        {
            throw new InputException(scenario.Path, 0, "answer of the rig is had on virtual time alone, since real runs answer by --yes: leave it out, or leave out the level pty.");
        }

        if (rig.LinkPatienceMs is < 1000 || rig.LinkPatienceMs % 1000 != 0)
        {
            throw new InputException(scenario.Path, 0, "link_patience of the rig must be whole seconds at the level pty, as --link-patience of treat is.");
        }
    }

    private static void Phase(Scenario scenario, Condition? condition)
    {
        if (condition is { Kind: ConditionKind.Shot } && Untold.Contains(Enum.Parse<StrokePhase>(condition.Word, ignoreCase: true)))
        {
            throw new InputException(
                scenario.Path, condition.Line,
                $"{Quoted.Of(condition.Text)} is had on virtual time alone: real runs show when a shot begins, goes out, flows, dwells and ends. Use one of these, or leave out the level pty.");
        }
    }

    private static void Fault(Scenario scenario, FaultSpec fault)
    {
        if (!HostFaultsHad.Contains(fault.Kind.Name))
        {
            throw new InputException(
                scenario.Path, 0,
                $"{fault.Text}: {fault.Kind.Name} is had on virtual time alone; with real processes can be had {string.Join(", ", HostFaultsHad)}. Use one of these, or leave out the level pty.");
        }

        if (fault.Trigger is FaultTrigger.Message || (fault.Trigger is FaultTrigger.Shot shot && Untold.Contains(shot.Phase)))
        {
            throw new InputException(
                scenario.Path, 0,
                $"{fault.Text}: with real processes a fault of the host begins at a time, a boot, or when a shot begins, goes out, flows, dwells or ends. Use one of these, or leave out the level pty.");
        }
    }
}
