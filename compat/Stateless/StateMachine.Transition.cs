namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>One move of the machine, as actions and listeners are told of it.</summary>
    public class Transition
    {
        /// <summary>Describes a move.</summary>
        /// <param name="source">The state that is left.</param>
        /// <param name="destination">The state that is entered.</param>
        /// <param name="trigger">The trigger that caused it.</param>
        /// <param name="parameters">The trigger's arguments; null means none.</param>
        public Transition(TState source, TState destination, TTrigger trigger, object[] parameters = null)
        {
            Source = source;
            Destination = destination;
            Trigger = trigger;
            Parameters = parameters ?? Arguments.None;
        }

        /// <summary>The state that is left.</summary>
        public TState Source { get; }

        /// <summary>The state that is entered.</summary>
        public TState Destination { get; }

        /// <summary>The trigger that caused the move.</summary>
        public TTrigger Trigger { get; }

        /// <summary>Whether the state that is left is the one that is entered.</summary>
        public bool IsReentry => EqualityComparer<TState>.Default.Equals(Source, Destination);

        /// <summary>The trigger's arguments: empty where it took none, never null.</summary>
        public object[] Parameters { get; }
    }
}
