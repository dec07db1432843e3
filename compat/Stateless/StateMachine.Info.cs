using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Describes the states, transitions and actions that are configured.</summary>
    public StateMachineInfo GetInfo()
    {
        Dictionary<TState, StateInfo> infos = [];
        foreach (StateNode node in _nodes.Values)
        {
            infos.Add(node.State, Describe(node));
        }

        InfoOf(infos, _initialState);

        // Only now, for transitions lead to states that may come later or that nothing is configured for.
        foreach (StateNode node in _nodes.Values)
        {
            StateInfo info = infos[node.State];
            info.Superstate = node.Superstate is null ? null : infos[node.Superstate.State];
            info.Substates = node.Substates.ConvertAll(substate => infos[substate.State]);
            DescribeRules(node, info, infos);
        }

        return new StateMachineInfo(infos.Values.ToArray(), typeof(TState), typeof(TTrigger), infos[_initialState]);
    }

    private static StateInfo Describe(StateNode node) => new(node.State)
    {
        EntryActions = node.EntryActions.ConvertAll(action => new ActionInfo(action.Method, action.FromTrigger)),
        ExitActions = node.ExitActions.ConvertAll(action => action.Method),
        ActivateActions = node.ActivateActions.ConvertAll(action => action.Method),
        DeactivateActions = node.DeactivateActions.ConvertAll(action => action.Method),
    };

    private static void DescribeRules(StateNode node, StateInfo info, Dictionary<TState, StateInfo> infos)
    {
        List<FixedTransitionInfo> fixedTransitions = [];
        List<DynamicTransitionInfo> dynamicTransitions = [];
        List<IgnoredTransitionInfo> ignored = [];
        foreach (Rule rule in node.Rules.Values.SelectMany(rules => rules))
        {
            TriggerInfo trigger = new(rule.Trigger);
            InvocationInfo[] guards = Array.ConvertAll(rule.Guards, guard => guard.Method);
            switch (rule.Kind)
            {
                case RuleKind.Move:
                    fixedTransitions.Add(new FixedTransitionInfo(trigger, guards, InfoOf(infos, rule.Destination)));
                    break;
                case RuleKind.Reenter:
                case RuleKind.ActInside:
                    fixedTransitions.Add(new FixedTransitionInfo(trigger, guards, info));
                    break;
                case RuleKind.MoveToSelected:
                    dynamicTransitions.Add(
                        new DynamicTransitionInfo(trigger, guards, rule.SelectorMethod, rule.PossibleDestinations));
                    break;
                case RuleKind.Ignore:
                    ignored.Add(new IgnoredTransitionInfo(trigger, guards));
                    break;
            }
        }

        info.FixedTransitions = fixedTransitions;
        info.DynamicTransitions = dynamicTransitions;
        info.IgnoredTriggers = ignored;
    }

    private static StateInfo InfoOf(Dictionary<TState, StateInfo> infos, TState state)
    {
        if (!infos.TryGetValue(state, out StateInfo info))
        {
            infos.Add(state, info = new StateInfo(state));
        }

        return info;
    }
}
