using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>Configures one state. Every method returns the configuration itself.</summary>
    public partial class StateConfiguration
    {
        private readonly StateNode _node;

        internal StateConfiguration(StateMachine<TState, TTrigger> machine, object node)
        {
            Machine = machine;
            _node = (StateNode)node;
        }

        /// <summary>The state that is configured.</summary>
        public TState State => _node.State;

        /// <summary>The machine whose state it is.</summary>
        public StateMachine<TState, TTrigger> Machine { get; }

        /// <summary>
        /// Makes the state part of another: it inherits the other's transitions, and the other is entered before it from
        /// outside and left after it to the outside.
        /// </summary>
        /// <param name="superstate">The state that holds this one.</param>
        /// <exception cref="ArgumentException">The state would hold itself.</exception>
        public StateConfiguration SubstateOf(TState superstate)
        {
            StateNode node = Machine.NodeOf(superstate);
            if (node.IsWithin(_node))
            {
                throw new ArgumentException(
                    $"State '{State}' cannot be a substate of '{superstate}': it would hold itself.", nameof(superstate));
            }

            _node.PlaceUnder(node);
            return this;
        }

        /// <summary>Enters a substate whenever this state is entered, after the state's own entry actions.</summary>
        /// <param name="targetState">A direct substate.</param>
        /// <exception cref="InvalidOperationException">The state has an initial transition already.</exception>
        /// <exception cref="ArgumentException">The state is its own target.</exception>
        public StateConfiguration InitialTransition(TState targetState)
        {
            if (_node.HasInitialTarget)
            {
                throw new InvalidOperationException(
                    $"State '{State}' has an initial transition already, to '{_node.InitialTarget}'.");
            }

            if (Equals(State, targetState))
            {
                throw new ArgumentException($"State '{State}' cannot start in itself.", nameof(targetState));
            }

            _node.StartIn(targetState);
            return this;
        }

        private static bool Equals(TState a, TState b) => EqualityComparer<TState>.Default.Equals(a, b);

        private StateConfiguration Add(Rule rule)
        {
            _node.Add(rule);
            return this;
        }

        private static TTrigger TriggerOf(TriggerWithParameters trigger)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return trigger.Trigger;
        }

        // The guards of a rule, in the one shape that rules keep them. One method for each number of arguments.
        private static Guard[] Guards(Func<bool> guard, string description)
        {
            ArgumentNullException.ThrowIfNull(guard);
            return [new Guard(_ => guard(), InvocationInfo.Of(guard, description))];
        }

        private static Guard[] Guards(Func<object[], bool> guard, string description)
        {
            ArgumentNullException.ThrowIfNull(guard);
            return [new Guard(guard, InvocationInfo.Of(guard, description))];
        }

        private static Guard[] Guards<TArg0>(Func<TArg0, bool> guard, string description)
        {
            ArgumentNullException.ThrowIfNull(guard);
            return [new Guard(args => guard(Arguments.At<TArg0>(args, 0)), InvocationInfo.Of(guard, description))];
        }

        private static Guard[] Guards<TArg0, TArg1>(Func<TArg0, TArg1, bool> guard, string description)
        {
            ArgumentNullException.ThrowIfNull(guard);
            return
            [
                new Guard(
                    args => guard(Arguments.At<TArg0>(args, 0), Arguments.At<TArg1>(args, 1)),
                    InvocationInfo.Of(guard, description)),
            ];
        }

        private static Guard[] Guards<TArg0, TArg1, TArg2>(Func<TArg0, TArg1, TArg2, bool> guard, string description)
        {
            ArgumentNullException.ThrowIfNull(guard);
            return
            [
                new Guard(
                    args => guard(Arguments.At<TArg0>(args, 0), Arguments.At<TArg1>(args, 1), Arguments.At<TArg2>(args, 2)),
                    InvocationInfo.Of(guard, description)),
            ];
        }

        private static Guard[] Guards<TGuard>(Tuple<TGuard, string>[] guards, Func<TGuard, string, Guard[]> one)
        {
            ArgumentNullException.ThrowIfNull(guards);
            return Array.ConvertAll(guards, guard => one(guard.Item1, guard.Item2)[0]);
        }
    }
}
