namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Takes a trigger and does nothing.</summary>
        /// <param name="trigger">The trigger.</param>
        public StateConfiguration Ignore(TTrigger trigger) => DoNothing(trigger, []);

        /// <summary>Takes a trigger and does nothing, if a guard holds.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="guard">Must return true for the trigger to be taken so.</param>
        /// <param name="guardDescription">What to call the guard; else its method's name is used.</param>
        public StateConfiguration IgnoreIf(TTrigger trigger, Func<bool> guard, string guardDescription = null) =>
            DoNothing(trigger, Guards(guard, guardDescription));

        /// <summary>Takes a trigger and does nothing, if all guards hold.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="guards">Must all return true for the trigger to be taken so; each with its description.</param>
        public StateConfiguration IgnoreIf(TTrigger trigger, params Tuple<Func<bool>, string>[] guards) =>
            DoNothing(trigger, Guards(guards, Guards));

        /// <inheritdoc cref="IgnoreIf(TTrigger, Func{bool}, string)"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration IgnoreIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, bool> guard, string guardDescription = null) =>
            DoNothing(TriggerOf(trigger), Guards(guard, guardDescription));

        /// <inheritdoc cref="IgnoreIf(TTrigger, Tuple{Func{bool}, string}[])"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration IgnoreIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, params Tuple<Func<TArg0, bool>, string>[] guards) =>
            DoNothing(TriggerOf(trigger), Guards(guards, Guards<TArg0>));

        /// <inheritdoc cref="IgnoreIf(TTrigger, Func{bool}, string)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration IgnoreIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, bool> guard, string guardDescription = null) =>
            DoNothing(TriggerOf(trigger), Guards(guard, guardDescription));

        /// <inheritdoc cref="IgnoreIf(TTrigger, Tuple{Func{bool}, string}[])"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration IgnoreIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, params Tuple<Func<TArg0, TArg1, bool>, string>[] guards) =>
            DoNothing(TriggerOf(trigger), Guards(guards, Guards<TArg0, TArg1>));

        /// <inheritdoc cref="IgnoreIf(TTrigger, Func{bool}, string)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration IgnoreIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Func<TArg0, TArg1, TArg2, bool> guard,
            string guardDescription = null) =>
            DoNothing(TriggerOf(trigger), Guards(guard, guardDescription));

        /// <inheritdoc cref="IgnoreIf(TTrigger, Tuple{Func{bool}, string}[])"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration IgnoreIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, params Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards) =>
            DoNothing(TriggerOf(trigger), Guards(guards, Guards<TArg0, TArg1, TArg2>));

        private StateConfiguration DoNothing(TTrigger trigger, Guard[] guards) =>
            Add(new Rule { Kind = RuleKind.Ignore, Trigger = trigger, Guards = guards });
    }
}
