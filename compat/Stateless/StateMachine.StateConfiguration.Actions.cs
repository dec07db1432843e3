using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Runs an action whenever the state is entered.</summary>
        /// <param name="entryAction">The action.</param>
        /// <param name="entryActionDescription">What to call it; else its method's name is used.</param>
        public StateConfiguration OnEntry(Action entryAction, string entryActionDescription = null) =>
            Entry(Inside(entryAction), InvocationInfo.Of(entryAction, entryActionDescription));

        /// <inheritdoc cref="OnEntry(Action, string)"/>
        public StateConfiguration OnEntry(Action<Transition> entryAction, string entryActionDescription = null) =>
            Entry(Inside(entryAction), InvocationInfo.Of(entryAction, entryActionDescription));

        /// <summary>Runs an action whenever the state is entered by one trigger.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="entryAction">The action.</param>
        /// <param name="entryActionDescription">What to call it; else its method's name is used.</param>
        public StateConfiguration OnEntryFrom(TTrigger trigger, Action entryAction, string entryActionDescription = null) =>
            Entry(trigger, Inside(entryAction), InvocationInfo.Of(entryAction, entryActionDescription));

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string)"/>
        public StateConfiguration OnEntryFrom(
            TTrigger trigger, Action<Transition> entryAction, string entryActionDescription = null) =>
            Entry(trigger, Inside(entryAction), InvocationInfo.Of(entryAction, entryActionDescription));

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string)"/>
        public StateConfiguration OnEntryFrom(
            TriggerWithParameters trigger, Action<Transition> entryAction, string entryActionDescription = null) =>
            Entry(TriggerOf(trigger), Inside(entryAction), InvocationInfo.Of(entryAction, entryActionDescription));

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string)"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration OnEntryFrom<TArg0>(
            TriggerWithParameters<TArg0> trigger, Action<TArg0> entryAction, string entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Entry(
                TriggerOf(trigger),
                (args, _) => entryAction(Arguments.At<TArg0>(args, 0)),
                InvocationInfo.Of(entryAction, entryActionDescription));
        }

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string)"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration OnEntryFrom<TArg0>(
            TriggerWithParameters<TArg0> trigger, Action<TArg0, Transition> entryAction, string entryActionDescription = null) =>
            Entry(TriggerOf(trigger), Inside(entryAction), InvocationInfo.Of(entryAction, entryActionDescription));

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration OnEntryFrom<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Action<TArg0, TArg1> entryAction, string entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Entry(
                TriggerOf(trigger),
                (args, _) => entryAction(Arguments.At<TArg0>(args, 0), Arguments.At<TArg1>(args, 1)),
                InvocationInfo.Of(entryAction, entryActionDescription));
        }

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration OnEntryFrom<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger,
            Action<TArg0, TArg1, Transition> entryAction,
            string entryActionDescription = null) =>
            Entry(TriggerOf(trigger), Inside(entryAction), InvocationInfo.Of(entryAction, entryActionDescription));

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration OnEntryFrom<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Action<TArg0, TArg1, TArg2> entryAction,
            string entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Entry(
                TriggerOf(trigger),
                (args, _) =>
                    entryAction(Arguments.At<TArg0>(args, 0), Arguments.At<TArg1>(args, 1), Arguments.At<TArg2>(args, 2)),
                InvocationInfo.Of(entryAction, entryActionDescription));
        }

        /// <inheritdoc cref="OnEntryFrom(TTrigger, Action, string)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration OnEntryFrom<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Action<TArg0, TArg1, TArg2, Transition> entryAction,
            string entryActionDescription = null) =>
            Entry(TriggerOf(trigger), Inside(entryAction), InvocationInfo.Of(entryAction, entryActionDescription));

        /// <summary>Runs an action whenever the state is left.</summary>
        /// <param name="exitAction">The action.</param>
        /// <param name="exitActionDescription">What to call it; else its method's name is used.</param>
        public StateConfiguration OnExit(Action exitAction, string exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            _node.ExitActions.Add((_ => exitAction(), InvocationInfo.Of(exitAction, exitActionDescription)));
            return this;
        }

        /// <inheritdoc cref="OnExit(Action, string)"/>
        public StateConfiguration OnExit(Action<Transition> exitAction, string exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            _node.ExitActions.Add((exitAction, InvocationInfo.Of(exitAction, exitActionDescription)));
            return this;
        }

        /// <summary>Runs an action when the machine is activated in this state.</summary>
        /// <param name="activateAction">The action.</param>
        /// <param name="activateActionDescription">What to call it; else its method's name is used.</param>
        public StateConfiguration OnActivate(Action activateAction, string activateActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(activateAction);
            _node.ActivateActions.Add((activateAction, InvocationInfo.Of(activateAction, activateActionDescription)));
            return this;
        }

        /// <summary>Runs an action when the machine is deactivated in this state.</summary>
        /// <param name="deactivateAction">The action.</param>
        /// <param name="deactivateActionDescription">What to call it; else its method's name is used.</param>
        public StateConfiguration OnDeactivate(Action deactivateAction, string deactivateActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(deactivateAction);
            _node.DeactivateActions.Add((deactivateAction, InvocationInfo.Of(deactivateAction, deactivateActionDescription)));
            return this;
        }

        private StateConfiguration Entry(Action<object[], Transition> run, InvocationInfo method)
        {
            _node.EntryActions.Add(new EntryAction(run, method));
            return this;
        }

        private StateConfiguration Entry(TTrigger trigger, Action<object[], Transition> run, InvocationInfo method)
        {
            _node.EntryActions.Add(new EntryAction(trigger, run, method));
            return this;
        }
    }
}
