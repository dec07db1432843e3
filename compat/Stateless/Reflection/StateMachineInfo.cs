namespace Stateless.Reflection;

/// <summary>What is configured for a machine. A picture of the moment: later configuration does not show in it.</summary>
public class StateMachineInfo
{
    internal StateMachineInfo(IEnumerable<StateInfo> states, Type stateType, Type triggerType, StateInfo initialState)
    {
        States = states;
        StateType = stateType;
        TriggerType = triggerType;
        InitialState = initialState;
    }

    /// <summary>The state that the machine was made in.</summary>
    public StateInfo InitialState { get; }

    /// <summary>The states that were configured, and those that fixed transitions lead to.</summary>
    public IEnumerable<StateInfo> States { get; }

    /// <summary>The type of the states.</summary>
    public Type StateType { get; private set; }

    /// <summary>The type of the triggers.</summary>
    public Type TriggerType { get; private set; }
}
