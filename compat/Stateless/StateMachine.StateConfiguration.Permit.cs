namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Takes a trigger to another state.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationState">Where it leads.</param>
        /// <exception cref="ArgumentException">It leads to this state: that is Ignore or PermitReentry.</exception>
        public StateConfiguration Permit(TTrigger trigger, TState destinationState) => Move(trigger, destinationState, []);

        /// <summary>Takes a trigger to another state, if a guard holds.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationState">Where it leads.</param>
        /// <param name="guard">Must return true for the trigger to be taken.</param>
        /// <param name="guardDescription">What to call the guard; else its method's name is used.</param>
        /// <exception cref="ArgumentException">It leads to this state: that is Ignore or PermitReentry.</exception>
        public StateConfiguration PermitIf(
            TTrigger trigger, TState destinationState, Func<bool> guard, string guardDescription = null) =>
            Move(trigger, destinationState, Guards(guard, guardDescription));

        /// <summary>Takes a trigger to another state, if all guards hold.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationState">Where it leads.</param>
        /// <param name="guards">Must all return true for the trigger to be taken; each with its description.</param>
        /// <exception cref="ArgumentException">It leads to this state: that is Ignore or PermitReentry.</exception>
        public StateConfiguration PermitIf(
            TTrigger trigger, TState destinationState, params Tuple<Func<bool>, string>[] guards) =>
            Move(trigger, destinationState, Guards(guards, Guards));

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Func{bool}, string)"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration PermitIf<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            TState destinationState,
            Func<TArg0, bool> guard,
            string guardDescription = null) =>
            Move(TriggerOf(trigger), destinationState, Guards(guard, guardDescription));

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Tuple{Func{bool}, string}[])"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration PermitIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, TState destinationState, params Tuple<Func<TArg0, bool>, string>[] guards) =>
            Move(TriggerOf(trigger), destinationState, Guards(guards, Guards<TArg0>));

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Func{bool}, string)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration PermitIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger,
            TState destinationState,
            Func<TArg0, TArg1, bool> guard,
            string guardDescription = null) =>
            Move(TriggerOf(trigger), destinationState, Guards(guard, guardDescription));

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Tuple{Func{bool}, string}[])"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration PermitIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger,
            TState destinationState,
            params Tuple<Func<TArg0, TArg1, bool>, string>[] guards) =>
            Move(TriggerOf(trigger), destinationState, Guards(guards, Guards<TArg0, TArg1>));

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Func{bool}, string)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration PermitIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            TState destinationState,
            Func<TArg0, TArg1, TArg2, bool> guard,
            string guardDescription = null) =>
            Move(TriggerOf(trigger), destinationState, Guards(guard, guardDescription));

        /// <inheritdoc cref="PermitIf(TTrigger, TState, Tuple{Func{bool}, string}[])"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration PermitIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            TState destinationState,
            params Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards) =>
            Move(TriggerOf(trigger), destinationState, Guards(guards, Guards<TArg0, TArg1, TArg2>));

        private StateConfiguration Move(TTrigger trigger, TState destinationState, Guard[] guards)
        {
            if (Equals(State, destinationState))
            {
                throw new ArgumentException(
                    $"Trigger '{trigger}' leads from '{State}' to itself: say Ignore or PermitReentry.",
                    nameof(destinationState));
            }

            return Add(new Rule { Kind = RuleKind.Move, Trigger = trigger, Guards = guards, Destination = destinationState });
        }
    }
}
