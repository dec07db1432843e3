namespace Stateless;

/// <summary>
/// A state machine: states, triggers, and what each state does on each trigger. Not for use by several threads at once.
/// </summary>
/// <typeparam name="TState">The type of the states, compared by its default equality.</typeparam>
/// <typeparam name="TTrigger">The type of the triggers, compared by its default equality.</typeparam>
public partial class StateMachine<TState, TTrigger>
{
    private readonly Dictionary<TState, StateNode> _nodes = [];
    private readonly Dictionary<TTrigger, TriggerWithParameters> _parameters = [];
    private readonly FiringMode _firingMode;
    private readonly TState _initialState;

    // Null where the machine keeps its state itself, in _ownState.
    private readonly Func<TState> _read;
    private readonly Action<TState> _write;
    private TState _ownState;

    private Action<Transition> _transitioned;
    private Action<Transition> _transitionCompleted;
    private Action<TState, TTrigger, ICollection<string>> _unhandled = Refuse;

    /// <summary>A queued machine whose state is kept elsewhere.</summary>
    /// <param name="stateAccessor">Reads the current state.</param>
    /// <param name="stateMutator">Stores a new state.</param>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator)
        : this(stateAccessor, stateMutator, FiringMode.Queued)
    {
    }

    /// <summary>A queued machine.</summary>
    /// <param name="initialState">The state it starts in; no entry action runs for it.</param>
    public StateMachine(TState initialState)
        : this(initialState, FiringMode.Queued)
    {
    }

    /// <summary>A machine whose state is kept elsewhere.</summary>
    /// <param name="stateAccessor">Reads the current state.</param>
    /// <param name="stateMutator">Stores a new state.</param>
    /// <param name="firingMode">What happens to a trigger that is fired during another.</param>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator, FiringMode firingMode)
    {
        ArgumentNullException.ThrowIfNull(stateAccessor);
        ArgumentNullException.ThrowIfNull(stateMutator);
        _read = stateAccessor;
        _write = stateMutator;
        _firingMode = firingMode;
        _initialState = stateAccessor();
    }

    /// <summary>A machine.</summary>
    /// <param name="initialState">The state it starts in; no entry action runs for it.</param>
    /// <param name="firingMode">What happens to a trigger that is fired during another.</param>
    public StateMachine(TState initialState, FiringMode firingMode)
    {
        _ownState = initialState;
        _initialState = initialState;
        _firingMode = firingMode;
    }

    /// <summary>The current state: the innermost one where states are nested.</summary>
    public TState State
    {
        get => _read is null ? _ownState : _read();

        private set
        {
            if (_write is null)
            {
                _ownState = value;
            }
            else
            {
                _write(value);
            }
        }
    }

    /// <summary>Begins, or goes on with, the configuration of a state.</summary>
    /// <param name="state">The state.</param>
    public StateConfiguration Configure(TState state) => new(this, NodeOf(state));

    /// <summary>Fixes the types of the arguments that a trigger must be fired with.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="argumentTypes">The types, in order.</param>
    /// <returns>What to hand to Fire.</returns>
    /// <exception cref="InvalidOperationException">The trigger has its types already.</exception>
    public TriggerWithParameters SetTriggerParameters(TTrigger trigger, params Type[] argumentTypes) =>
        Register(new UntypedTrigger(trigger, argumentTypes));

    /// <inheritdoc cref="SetTriggerParameters(TTrigger, Type[])"/>
    /// <typeparam name="TArg0">The argument's type.</typeparam>
    public TriggerWithParameters<TArg0> SetTriggerParameters<TArg0>(TTrigger trigger) =>
        Register(new TriggerWithParameters<TArg0>(trigger));

    /// <inheritdoc cref="SetTriggerParameters(TTrigger, Type[])"/>
    /// <typeparam name="TArg0">The first argument's type.</typeparam>
    /// <typeparam name="TArg1">The second argument's type.</typeparam>
    public TriggerWithParameters<TArg0, TArg1> SetTriggerParameters<TArg0, TArg1>(TTrigger trigger) =>
        Register(new TriggerWithParameters<TArg0, TArg1>(trigger));

    /// <inheritdoc cref="SetTriggerParameters(TTrigger, Type[])"/>
    /// <typeparam name="TArg0">The first argument's type.</typeparam>
    /// <typeparam name="TArg1">The second argument's type.</typeparam>
    /// <typeparam name="TArg2">The third argument's type.</typeparam>
    public TriggerWithParameters<TArg0, TArg1, TArg2> SetTriggerParameters<TArg0, TArg1, TArg2>(TTrigger trigger) =>
        Register(new TriggerWithParameters<TArg0, TArg1, TArg2>(trigger));

    /// <summary>Calls back at each change of state: after the exit actions, before the entry actions.</summary>
    /// <param name="onTransitionAction">What to call.</param>
    public void OnTransitioned(Action<Transition> onTransitionAction)
    {
        ArgumentNullException.ThrowIfNull(onTransitionAction);
        _transitioned += onTransitionAction;
    }

    /// <summary>Calls back at each change of state, after the last entry action.</summary>
    /// <param name="onTransitionAction">What to call.</param>
    public void OnTransitionCompleted(Action<Transition> onTransitionAction)
    {
        ArgumentNullException.ThrowIfNull(onTransitionAction);
        _transitionCompleted += onTransitionAction;
    }

    /// <summary>Replaces the exception that a trigger causes which the state does not take.</summary>
    /// <param name="unhandledTriggerAction">Called with the state and the trigger.</param>
    public void OnUnhandledTrigger(Action<TState, TTrigger> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        _unhandled = (state, trigger, _) => unhandledTriggerAction(state, trigger);
    }

    /// <summary>Replaces the exception that a trigger causes which the state does not take.</summary>
    /// <param name="unhandledTriggerAction">
    /// Called with the state, the trigger, and the descriptions of the guards that were not met: null where nothing is
    /// configured for the trigger at all.
    /// </param>
    public void OnUnhandledTrigger(Action<TState, TTrigger, ICollection<string>> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        _unhandled = unhandledTriggerAction;
    }

    private static void Refuse(TState state, TTrigger trigger, ICollection<string> unmetGuards)
    {
        string sentence = unmetGuards is null || unmetGuards.Count == 0
            ? $"State '{state}' has no transition for trigger '{trigger}'; configure one, or ignore the trigger."
            : $"State '{state}' refuses trigger '{trigger}': unmet guards: {string.Join(", ", unmetGuards)}.";
        throw new InvalidOperationException(sentence);
    }

    private TParameters Register<TParameters>(TParameters parameters)
        where TParameters : TriggerWithParameters
    {
        if (!_parameters.TryAdd(parameters.Trigger, parameters))
        {
            throw new InvalidOperationException($"The parameters of trigger '{parameters.Trigger}' are set already.");
        }

        return parameters;
    }

    // A state that was never configured has a node of its own, without rules.
    private StateNode NodeOf(TState state)
    {
        if (!_nodes.TryGetValue(state, out StateNode node))
        {
            _nodes.Add(state, node = new StateNode(state));
        }

        return node;
    }
}
