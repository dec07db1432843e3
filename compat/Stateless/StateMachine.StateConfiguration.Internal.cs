namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Takes a trigger by an action, without leaving or entering the state.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="entryAction">The action.</param>
        public StateConfiguration InternalTransition(TTrigger trigger, Action<Transition> entryAction) =>
            Act(trigger, [], Inside(entryAction));

        /// <summary>Takes a trigger by an action, without leaving or entering the state, if a guard holds.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="guard">Given the trigger's arguments; must return true for the trigger to be taken.</param>
        /// <param name="entryAction">The action.</param>
        /// <param name="guardDescription">What to call the guard; else its method's name is used.</param>
        public StateConfiguration InternalTransitionIf(
            TTrigger trigger, Func<object[], bool> guard, Action<Transition> entryAction, string guardDescription = null) =>
            Act(trigger, Guards(guard, guardDescription), Inside(entryAction));

        /// <summary>Takes a trigger by an action, without leaving or entering the state.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="internalAction">The action.</param>
        public StateConfiguration InternalTransition(TTrigger trigger, Action internalAction) =>
            Act(trigger, [], Inside(internalAction));

        /// <summary>Takes a trigger by an action, without leaving or entering the state, if a guard holds.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="guard">Given the trigger's arguments; must return true for the trigger to be taken.</param>
        /// <param name="internalAction">The action.</param>
        /// <param name="guardDescription">What to call the guard; else its method's name is used.</param>
        public StateConfiguration InternalTransitionIf(
            TTrigger trigger, Func<object[], bool> guard, Action internalAction, string guardDescription = null) =>
            Act(trigger, Guards(guard, guardDescription), Inside(internalAction));

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object[], bool}, Action, string)"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration InternalTransitionIf<TArg0>(
            TTrigger trigger, Func<object[], bool> guard, Action<Transition> internalAction, string guardDescription = null) =>
            Act(trigger, Guards(guard, guardDescription), Inside(internalAction));

        /// <inheritdoc cref="InternalTransition(TTrigger, Action)"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration InternalTransition<TArg0>(TTrigger trigger, Action<Transition> internalAction) =>
            Act(trigger, [], Inside(internalAction));

        /// <inheritdoc cref="InternalTransition(TTrigger, Action)"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration InternalTransition<TArg0>(
            TriggerWithParameters<TArg0> trigger, Action<TArg0, Transition> internalAction) =>
            Act(TriggerOf(trigger), [], Inside(internalAction));

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object[], bool}, Action, string)"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration InternalTransitionIf<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, bool> guard,
            Action<TArg0, Transition> internalAction,
            string guardDescription = null) =>
            Act(TriggerOf(trigger), Guards(guard, guardDescription), Inside(internalAction));

        /// <inheritdoc cref="InternalTransition(TTrigger, Action)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration InternalTransition<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Action<TArg0, TArg1, Transition> internalAction) =>
            Act(TriggerOf(trigger), [], Inside(internalAction));

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object[], bool}, Action, string)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration InternalTransitionIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger,
            Func<object[], bool> guard,
            Action<TArg0, TArg1, Transition> internalAction,
            string guardDescription = null) =>
            Act(TriggerOf(trigger), Guards(guard, guardDescription), Inside(internalAction));

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object[], bool}, Action, string)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration InternalTransitionIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger,
            Func<TArg0, TArg1, bool> guard,
            Action<TArg0, TArg1, Transition> internalAction,
            string guardDescription = null) =>
            Act(TriggerOf(trigger), Guards(guard, guardDescription), Inside(internalAction));

        /// <inheritdoc cref="InternalTransition(TTrigger, Action)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration InternalTransition<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, Action<TArg0, TArg1, TArg2, Transition> internalAction) =>
            Act(TriggerOf(trigger), [], Inside(internalAction));

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object[], bool}, Action, string)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration InternalTransitionIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Func<object[], bool> guard,
            Action<TArg0, TArg1, TArg2, Transition> internalAction,
            string guardDescription = null) =>
            Act(TriggerOf(trigger), Guards(guard, guardDescription), Inside(internalAction));

        /// <inheritdoc cref="InternalTransitionIf(TTrigger, Func{object[], bool}, Action, string)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration InternalTransitionIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Func<TArg0, TArg1, TArg2, bool> guard,
            Action<TArg0, TArg1, TArg2, Transition> internalAction,
            string guardDescription = null) =>
            Act(TriggerOf(trigger), Guards(guard, guardDescription), Inside(internalAction));

        private StateConfiguration Act(TTrigger trigger, Guard[] guards, Action<object[], Transition> action) =>
            Add(new Rule { Kind = RuleKind.ActInside, Trigger = trigger, Guards = guards, Action = action });

        // An action, in the one shape that rules and entry actions keep it. One method for each number of arguments.
        private static Action<object[], Transition> Inside(Action action)
        {
            ArgumentNullException.ThrowIfNull(action);
            return (_, _) => action();
        }

        private static Action<object[], Transition> Inside(Action<Transition> action)
        {
            ArgumentNullException.ThrowIfNull(action);
            return (_, transition) => action(transition);
        }

        private static Action<object[], Transition> Inside<TArg0>(Action<TArg0, Transition> action)
        {
            ArgumentNullException.ThrowIfNull(action);
            return (args, transition) => action(Arguments.At<TArg0>(args, 0), transition);
        }

        private static Action<object[], Transition> Inside<TArg0, TArg1>(Action<TArg0, TArg1, Transition> action)
        {
            ArgumentNullException.ThrowIfNull(action);
            return (args, transition) => action(Arguments.At<TArg0>(args, 0), Arguments.At<TArg1>(args, 1), transition);
        }

        private static Action<object[], Transition> Inside<TArg0, TArg1, TArg2>(Action<TArg0, TArg1, TArg2, Transition> action)
        {
            ArgumentNullException.ThrowIfNull(action);
            return (args, transition) =>
                action(Arguments.At<TArg0>(args, 0), Arguments.At<TArg1>(args, 1), Arguments.At<TArg2>(args, 2), transition);
        }
    }
}
