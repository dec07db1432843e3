namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Takes a trigger by leaving the state and entering it again.</summary>
        /// <remarks>Superstates are neither left nor entered. Fired in a substate, it ends in this state.</remarks>
        /// <param name="trigger">The trigger.</param>
        public StateConfiguration PermitReentry(TTrigger trigger) => Reenter(trigger, []);

        /// <summary>Takes a trigger by leaving the state and entering it again, if a guard holds.</summary>
        /// <remarks>Superstates are neither left nor entered. Fired in a substate, it ends in this state.</remarks>
        /// <param name="trigger">The trigger.</param>
        /// <param name="guard">Must return true for the trigger to be taken so.</param>
        /// <param name="guardDescription">What to call the guard; else its method's name is used.</param>
        public StateConfiguration PermitReentryIf(TTrigger trigger, Func<bool> guard, string guardDescription = null) =>
            Reenter(trigger, Guards(guard, guardDescription));

        /// <summary>Takes a trigger by leaving the state and entering it again, if all guards hold.</summary>
        /// <remarks>Superstates are neither left nor entered. Fired in a substate, it ends in this state.</remarks>
        /// <param name="trigger">The trigger.</param>
        /// <param name="guards">Must all return true for the trigger to be taken so; each with its description.</param>
        public StateConfiguration PermitReentryIf(TTrigger trigger, params Tuple<Func<bool>, string>[] guards) =>
            Reenter(trigger, Guards(guards, Guards));

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Func{bool}, string)"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration PermitReentryIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, Func<TArg0, bool> guard, string guardDescription = null) =>
            Reenter(TriggerOf(trigger), Guards(guard, guardDescription));

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Tuple{Func{bool}, string}[])"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration PermitReentryIf<TArg0>(
            TriggerWithParameters<TArg0> trigger, params Tuple<Func<TArg0, bool>, string>[] guards) =>
            Reenter(TriggerOf(trigger), Guards(guards, Guards<TArg0>));

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Func{bool}, string)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration PermitReentryIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, Func<TArg0, TArg1, bool> guard, string guardDescription = null) =>
            Reenter(TriggerOf(trigger), Guards(guard, guardDescription));

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Tuple{Func{bool}, string}[])"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration PermitReentryIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger, params Tuple<Func<TArg0, TArg1, bool>, string>[] guards) =>
            Reenter(TriggerOf(trigger), Guards(guards, Guards<TArg0, TArg1>));

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Func{bool}, string)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration PermitReentryIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Func<TArg0, TArg1, TArg2, bool> guard,
            string guardDescription = null) =>
            Reenter(TriggerOf(trigger), Guards(guard, guardDescription));

        /// <inheritdoc cref="PermitReentryIf(TTrigger, Tuple{Func{bool}, string}[])"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration PermitReentryIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger, params Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards) =>
            Reenter(TriggerOf(trigger), Guards(guards, Guards<TArg0, TArg1, TArg2>));

        private StateConfiguration Reenter(TTrigger trigger, Guard[] guards) =>
            Add(new Rule { Kind = RuleKind.Reenter, Trigger = trigger, Guards = guards });
    }
}
