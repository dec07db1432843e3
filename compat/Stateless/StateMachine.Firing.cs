namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private readonly Queue<(TTrigger Trigger, object[] Args)> _waiting = new();
    private bool _handling;

    /// <summary>Fires a trigger: runs the exit and entry actions of the transition it causes in the current state.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="InvalidOperationException">The current state does not take the trigger.</exception>
    public void Fire(TTrigger trigger) => Dispatch(trigger, Arguments.None);

    /// <inheritdoc cref="Fire(TTrigger)"/>
    /// <param name="args">The trigger's arguments, in order.</param>
    /// <exception cref="ArgumentException">The arguments are not those the trigger was configured with.</exception>
    public void Fire(TriggerWithParameters trigger, params object[] args)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Dispatch(trigger.Trigger, args);
    }

    /// <inheritdoc cref="Fire(TTrigger)"/>
    /// <param name="arg0">The argument.</param>
    /// <typeparam name="TArg0">The argument's type.</typeparam>
    public void Fire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Dispatch(trigger.Trigger, [arg0]);
    }

    /// <inheritdoc cref="Fire(TTrigger)"/>
    /// <param name="arg0">The first argument.</param>
    /// <param name="arg1">The second argument.</param>
    /// <typeparam name="TArg0">The first argument's type.</typeparam>
    /// <typeparam name="TArg1">The second argument's type.</typeparam>
    public void Fire<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, TArg0 arg0, TArg1 arg1)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Dispatch(trigger.Trigger, [arg0, arg1]);
    }

    /// <inheritdoc cref="Fire(TTrigger)"/>
    /// <param name="arg0">The first argument.</param>
    /// <param name="arg1">The second argument.</param>
    /// <param name="arg2">The third argument.</param>
    /// <typeparam name="TArg0">The first argument's type.</typeparam>
    /// <typeparam name="TArg1">The second argument's type.</typeparam>
    /// <typeparam name="TArg2">The third argument's type.</typeparam>
    public void Fire<TArg0, TArg1, TArg2>(
        TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TArg0 arg0, TArg1 arg1, TArg2 arg2)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        Dispatch(trigger.Trigger, [arg0, arg1, arg2]);
    }

    private void Dispatch(TTrigger trigger, object[] args)
    {
        if (_firingMode == FiringMode.Immediate)
        {
            Handle(trigger, args);
            return;
        }

        if (_handling)
        {
            _waiting.Enqueue((trigger, args));
            return;
        }

        _handling = true;
        try
        {
            // Triggers may wait from a handling that threw: they were fired first and come first.
            if (_waiting.Count == 0)
            {
                Handle(trigger, args);
            }
            else
            {
                _waiting.Enqueue((trigger, args));
            }

            while (_waiting.TryDequeue(out (TTrigger Trigger, object[] Args) next))
            {
                Handle(next.Trigger, next.Args);
            }
        }
        finally
        {
            _handling = false;
        }
    }

    private void Handle(TTrigger trigger, object[] args)
    {
        if (_parameters.TryGetValue(trigger, out TriggerWithParameters parameters))
        {
            parameters.ValidateParameters(args);
        }

        StateNode source = NodeOf(State);
        List<string> unmet = null;
        Rule rule = Find(source, trigger, args, ref unmet, out StateNode owner);
        if (rule is null)
        {
            _unhandled(source.State, trigger, unmet);
            return;
        }

        switch (rule.Kind)
        {
            case RuleKind.Move:
                // A superstate may lead all of its substates to one of them: there already, that one stays as it is.
                if (!EqualityComparer<TState>.Default.Equals(source.State, rule.Destination))
                {
                    Move(source, rule.Destination, trigger, args);
                }

                break;
            case RuleKind.MoveToSelected:
                Move(source, rule.Selector(args), trigger, args);
                break;
            case RuleKind.Reenter:
                Reenter(source, owner, trigger, args);
                break;
            case RuleKind.ActInside:
                rule.Action(args, new Transition(source.State, source.State, trigger, args));
                break;
            case RuleKind.Ignore:
                break;
        }
    }

    // The innermost state whose guards let the trigger pass decides; a state that refuses leaves it to its superstate.
    private static Rule Find(StateNode from, TTrigger trigger, object[] args, ref List<string> unmet, out StateNode owner)
    {
        for (owner = from; owner is not null; owner = owner.Superstate)
        {
            if (!owner.Rules.TryGetValue(trigger, out List<Rule> rules))
            {
                continue;
            }

            // The refusal that counts is the last one asked, which is the outermost.
            unmet = null;
            Rule rule = owner.Select(rules, args, ref unmet);
            if (rule is not null)
            {
                return rule;
            }
        }

        return null;
    }

    private void Move(StateNode source, TState destination, TTrigger trigger, object[] args)
    {
        StateNode target = NodeOf(destination);
        Transition transition = new(source.State, destination, trigger, args);
        if (ReferenceEquals(source, target))
        {
            Reenter(target, transition);
            return;
        }

        LeaveUpTo(target, source, transition);
        State = destination;
        _transitioned?.Invoke(transition);
        EnterDownTo(target, source, transition);
        Settle(target, transition);
    }

    // Re-entry configured on a superstate leaves the substate for good: the machine ends in the superstate.
    private void Reenter(StateNode source, StateNode owner, TTrigger trigger, object[] args)
    {
        if (!ReferenceEquals(source, owner))
        {
            LeaveUpTo(owner, source, new Transition(source.State, owner.State, trigger, args));
        }

        Reenter(owner, new Transition(owner.State, owner.State, trigger, args));
    }

    // Superstates are neither left nor entered.
    private void Reenter(StateNode node, Transition transition)
    {
        node.Leave(transition);
        State = node.State;
        _transitioned?.Invoke(transition);
        node.Enter(transition.Parameters, transition);
        Settle(node, transition);
    }

    // From the inside out, as far as the states do not hold the target.
    private static void LeaveUpTo(StateNode target, StateNode source, Transition transition)
    {
        for (StateNode node = source; node is not null && !target.IsWithin(node); node = node.Superstate)
        {
            node.Leave(transition);
        }
    }

    // From the outside in, those that did not hold the source.
    private static void EnterDownTo(StateNode target, StateNode source, Transition transition)
    {
        if (source.IsWithin(target))
        {
            return;
        }

        if (target.Superstate is not null)
        {
            EnterDownTo(target.Superstate, source, transition);
        }

        target.Enter(transition.Parameters, transition);
    }

    // Follows initial transitions inwards, stores where the machine came to rest, and says that it did.
    private void Settle(StateNode entered, Transition transition)
    {
        // An entry action of an immediate machine may have moved it on: then that move has settled it.
        if (_firingMode == FiringMode.Immediate && !EqualityComparer<TState>.Default.Equals(State, entered.State))
        {
            _transitionCompleted?.Invoke(new Transition(transition.Source, State, transition.Trigger, transition.Parameters));
            return;
        }

        StateNode node = entered;
        while (node.HasInitialTarget)
        {
            StateNode target = NodeOf(node.InitialTarget);
            if (!ReferenceEquals(target.Superstate, node))
            {
                throw new InvalidOperationException(
                    $"State '{node.State}' starts in '{target.State}', which is not a substate of it.");
            }

            object[] args = transition.Parameters;
            _transitioned?.Invoke(new Transition(node.State, target.State, transition.Trigger, args));
            target.Enter(args, new Transition(transition.Source, target.State, transition.Trigger, args));
            node = target;
        }

        if (!ReferenceEquals(node, entered))
        {
            State = node.State;
            transition = new Transition(transition.Source, node.State, transition.Trigger, transition.Parameters);
        }

        _transitionCompleted?.Invoke(transition);
    }
}
