namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    // The state that was last activated or deactivated, so that doing it twice does nothing; null before the first time.
    private StateNode _activated;
    private StateNode _deactivated;

    /// <summary>Runs the activation actions of the current state, superstates first. Doing so twice runs them once.</summary>
    public void Activate()
    {
        StateNode node = NodeOf(State);
        if (!ReferenceEquals(node, _activated))
        {
            _activated = node;
            _deactivated = null;
            Activate(node);
        }
    }

    /// <summary>Runs the deactivation actions of the current state, superstates last. Doing so twice runs them once.</summary>
    public void Deactivate()
    {
        StateNode node = NodeOf(State);
        if (ReferenceEquals(node, _deactivated))
        {
            return;
        }

        _deactivated = node;
        _activated = null;
        for (; node is not null; node = node.Superstate)
        {
            node.DeactivateActions.ForEach(action => action.Run());
        }
    }

    private static void Activate(StateNode node)
    {
        if (node.Superstate is not null)
        {
            Activate(node.Superstate);
        }

        node.ActivateActions.ForEach(action => action.Run());
    }
}
