namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>The triggers that the current state takes now, judged without arguments.</summary>
    public IEnumerable<TTrigger> PermittedTriggers => GetPermittedTriggers();

    /// <summary>The triggers that the current state takes now, superstates included.</summary>
    /// <param name="args">The arguments to judge the guards with.</param>
    public IEnumerable<TTrigger> GetPermittedTriggers(params object[] args)
    {
        List<TTrigger> permitted = [];
        for (StateNode node = NodeOf(State); node is not null; node = node.Superstate)
        {
            foreach ((TTrigger trigger, List<Rule> rules) in node.Rules)
            {
                if (rules.Exists(rule => rule.IsOpen(args)) && !permitted.Contains(trigger))
                {
                    permitted.Add(trigger);
                }
            }
        }

        return permitted;
    }

    /// <summary>As <see cref="GetPermittedTriggers"/>, with the parameters that each trigger takes.</summary>
    /// <param name="args">The arguments to judge the guards with.</param>
    public IEnumerable<TriggerDetails<TState, TTrigger>> GetDetailedPermittedTriggers(params object[] args)
    {
        List<TriggerDetails<TState, TTrigger>> details = [];
        foreach (TTrigger trigger in GetPermittedTriggers(args))
        {
            details.Add(new TriggerDetails<TState, TTrigger>(trigger, _parameters.GetValueOrDefault(trigger)));
        }

        return details;
    }

    /// <summary>Whether the machine is in a state, or in a substate of it at any depth.</summary>
    /// <param name="state">The state.</param>
    public bool IsInState(TState state)
    {
        // A state that nothing is configured for has no substates, and asking about it must not add it to the machine.
        TState current = State;
        return _nodes.TryGetValue(current, out StateNode node) && _nodes.TryGetValue(state, out StateNode asked)
            ? node.IsWithin(asked)
            : EqualityComparer<TState>.Default.Equals(current, state);
    }

    /// <summary>
    /// Whether the current state takes a trigger now. A guard on arguments is asked with its types' defaults; use the
    /// overloads with arguments for parameterised triggers.
    /// </summary>
    /// <param name="trigger">The trigger.</param>
    public bool CanFire(TTrigger trigger) => Accepts(trigger, Arguments.None, out _);

    /// <inheritdoc cref="CanFire(TTrigger)"/>
    /// <param name="unmetGuards">The descriptions of the guards that were not met; null where none was asked.</param>
    public bool CanFire(TTrigger trigger, out ICollection<string> unmetGuards) =>
        Accepts(trigger, Arguments.None, out unmetGuards);

    /// <summary>Whether the current state takes a trigger with an argument now.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="arg0">The argument.</param>
    /// <typeparam name="TArg0">The argument's type.</typeparam>
    public bool CanFire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0) => Accepts(trigger, [arg0], out _);

    /// <inheritdoc cref="CanFire{TArg0}(TriggerWithParameters{TArg0}, TArg0)"/>
    /// <param name="unmetGuards">The descriptions of the guards that were not met; null where none was asked.</param>
    public bool CanFire<TArg0>(TriggerWithParameters<TArg0> trigger, TArg0 arg0, out ICollection<string> unmetGuards) =>
        Accepts(trigger, [arg0], out unmetGuards);

    /// <summary>Whether the current state takes a trigger with two arguments now.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="arg0">The first argument.</param>
    /// <param name="arg1">The second argument.</param>
    /// <typeparam name="TArg0">The first argument's type.</typeparam>
    /// <typeparam name="TArg1">The second argument's type.</typeparam>
    public bool CanFire<TArg0, TArg1>(TriggerWithParameters<TArg0, TArg1> trigger, TArg0 arg0, TArg1 arg1) =>
        Accepts(trigger, [arg0, arg1], out _);

    /// <inheritdoc cref="CanFire{TArg0, TArg1}(TriggerWithParameters{TArg0, TArg1}, TArg0, TArg1)"/>
    /// <param name="unmetGuards">The descriptions of the guards that were not met; null where none was asked.</param>
    public bool CanFire<TArg0, TArg1>(
        TriggerWithParameters<TArg0, TArg1> trigger, TArg0 arg0, TArg1 arg1, out ICollection<string> unmetGuards) =>
        Accepts(trigger, [arg0, arg1], out unmetGuards);

    /// <summary>Whether the current state takes a trigger with three arguments now.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="arg0">The first argument.</param>
    /// <param name="arg1">The second argument.</param>
    /// <param name="arg2">The third argument.</param>
    /// <typeparam name="TArg0">The first argument's type.</typeparam>
    /// <typeparam name="TArg1">The second argument's type.</typeparam>
    /// <typeparam name="TArg2">The third argument's type.</typeparam>
    public bool CanFire<TArg0, TArg1, TArg2>(
        TriggerWithParameters<TArg0, TArg1, TArg2> trigger, TArg0 arg0, TArg1 arg1, TArg2 arg2) =>
        Accepts(trigger, [arg0, arg1, arg2], out _);

    /// <inheritdoc cref="CanFire{TArg0, TArg1, TArg2}(TriggerWithParameters{TArg0, TArg1, TArg2}, TArg0, TArg1, TArg2)"/>
    /// <param name="unmetGuards">The descriptions of the guards that were not met; null where none was asked.</param>
    public bool CanFire<TArg0, TArg1, TArg2>(
        TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
        TArg0 arg0,
        TArg1 arg1,
        TArg2 arg2,
        out ICollection<string> unmetGuards) =>
        Accepts(trigger, [arg0, arg1, arg2], out unmetGuards);

    /// <summary>The state and the permitted triggers, for a person to read.</summary>
    public override string ToString() =>
        $"StateMachine {{ State = {State}, PermittedTriggers = {{ {string.Join(", ", PermittedTriggers)} }} }}";

    private bool Accepts(TriggerWithParameters trigger, object[] args, out ICollection<string> unmetGuards)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        return Accepts(trigger.Trigger, args, out unmetGuards);
    }

    private bool Accepts(TTrigger trigger, object[] args, out ICollection<string> unmetGuards)
    {
        List<string> unmet = null;
        Rule rule = Find(NodeOf(State), trigger, args, ref unmet, out _);

        // A guard that closed one of several ways is no obstacle once another is open.
        unmetGuards = rule is null ? unmet : [];
        return rule is not null;
    }
}
