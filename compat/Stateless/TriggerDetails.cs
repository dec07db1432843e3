namespace Stateless;

/// <summary>A trigger and the parameters it takes.</summary>
/// <typeparam name="TState">The machine's state type.</typeparam>
/// <typeparam name="TTrigger">The machine's trigger type.</typeparam>
public sealed class TriggerDetails<TState, TTrigger>
{
    internal TriggerDetails(TTrigger trigger, StateMachine<TState, TTrigger>.TriggerWithParameters parameters)
    {
        Trigger = trigger;
        Parameters = parameters;
    }

    /// <summary>The trigger.</summary>
    public TTrigger Trigger { get; }

    /// <summary>Whether the trigger takes parameters.</summary>
    public bool HasParameters => Parameters is not null;

    /// <summary>The parameters; null where it takes none.</summary>
    public StateMachine<TState, TTrigger>.TriggerWithParameters Parameters { get; }
}
