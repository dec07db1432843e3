using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Takes a trigger to a state that is chosen when the trigger is fired, if a guard holds.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationStateSelector">Chooses where it leads; the state itself means re-entry.</param>
        /// <param name="guard">Must return true for the trigger to be taken.</param>
        /// <param name="guardDescription">What to call the guard; else its method's name is used.</param>
        /// <param name="possibleDestinationStates">Where it may lead, for diagrams; not enforced.</param>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            Func<bool> guard,
            string guardDescription = null,
            DynamicStateInfos possibleDestinationStates = null) =>
            MoveToSelected(
                trigger,
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, null),
                Guards(guard, guardDescription),
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string, DynamicStateInfos)"/>
        /// <param name="destinationStateSelectorDescription">What to call the selector; else its method's name is used.</param>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string destinationStateSelectorDescription,
            Func<bool> guard,
            string guardDescription = null,
            DynamicStateInfos possibleDestinationStates = null) =>
            MoveToSelected(
                trigger,
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, destinationStateSelectorDescription),
                Guards(guard, guardDescription),
                possibleDestinationStates);

        /// <summary>Takes a trigger to a state that is chosen when the trigger is fired, if all guards hold.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationStateSelector">Chooses where it leads; the state itself means re-entry.</param>
        /// <param name="possibleDestinationStates">Where it may lead, for diagrams; not enforced.</param>
        /// <param name="guards">Must all return true for the trigger to be taken; each with its description.</param>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            DynamicStateInfos possibleDestinationStates = null,
            params Tuple<Func<bool>, string>[] guards) =>
            MoveToSelected(
                trigger,
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, null),
                Guards(guards, Guards),
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, DynamicStateInfos, Tuple{Func{bool}, string}[])"/>
        /// <param name="destinationStateSelectorDescription">What to call the selector; else its method's name is used.</param>
        public StateConfiguration PermitDynamicIf(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string destinationStateSelectorDescription,
            DynamicStateInfos possibleDestinationStates = null,
            params Tuple<Func<bool>, string>[] guards) =>
            MoveToSelected(
                trigger,
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, destinationStateSelectorDescription),
                Guards(guards, Guards),
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamic(TTrigger, Func{TState}, string, DynamicStateInfos)"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, TState> destinationStateSelector) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, null),
                [],
                null);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string, DynamicStateInfos)"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, TState> destinationStateSelector,
            Func<bool> guard,
            string guardDescription = null,
            DynamicStateInfos possibleDestinationStates = null) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, null),
                Guards(guard, guardDescription),
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, DynamicStateInfos, Tuple{Func{bool}, string}[])"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, TState> destinationStateSelector,
            DynamicStateInfos possibleDestinationStates = null,
            params Tuple<Func<bool>, string>[] guards) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, null),
                Guards(guards, Guards),
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string, DynamicStateInfos)"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, TState> destinationStateSelector,
            Func<TArg0, bool> guard,
            string guardDescription = null,
            DynamicStateInfos possibleDestinationStates = null) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, null),
                Guards(guard, guardDescription),
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, DynamicStateInfos, Tuple{Func{bool}, string}[])"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration PermitDynamicIf<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, TState> destinationStateSelector,
            DynamicStateInfos possibleDestinationStates = null,
            params Tuple<Func<TArg0, bool>, string>[] guards) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, null),
                Guards(guards, Guards<TArg0>),
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string, DynamicStateInfos)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger,
            Func<TArg0, TArg1, TState> destinationStateSelector,
            Func<bool> guard,
            string guardDescription = null,
            DynamicStateInfos possibleDestinationStates = null) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, null),
                Guards(guard, guardDescription),
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, DynamicStateInfos, Tuple{Func{bool}, string}[])"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger,
            Func<TArg0, TArg1, TState> destinationStateSelector,
            DynamicStateInfos possibleDestinationStates = null,
            params Tuple<Func<bool>, string>[] guards) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, null),
                Guards(guards, Guards),
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string, DynamicStateInfos)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger,
            Func<TArg0, TArg1, TState> destinationStateSelector,
            Func<TArg0, TArg1, bool> guard,
            string guardDescription = null,
            DynamicStateInfos possibleDestinationStates = null) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, null),
                Guards(guard, guardDescription),
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, DynamicStateInfos, Tuple{Func{bool}, string}[])"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger,
            Func<TArg0, TArg1, TState> destinationStateSelector,
            Tuple<Func<TArg0, TArg1, bool>, string>[] guards,
            DynamicStateInfos possibleDestinationStates = null) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, null),
                Guards(guards, Guards<TArg0, TArg1>),
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string, DynamicStateInfos)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            Func<bool> guard,
            string guardDescription = null,
            DynamicStateInfos possibleDestinationStates = null) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, null),
                Guards(guard, guardDescription),
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, DynamicStateInfos, Tuple{Func{bool}, string}[])"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            DynamicStateInfos possibleDestinationStates = null,
            params Tuple<Func<bool>, string>[] guards) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, null),
                Guards(guards, Guards),
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, Func{bool}, string, DynamicStateInfos)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            Func<TArg0, TArg1, TArg2, bool> guard,
            string guardDescription = null,
            DynamicStateInfos possibleDestinationStates = null) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, null),
                Guards(guard, guardDescription),
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamicIf(TTrigger, Func{TState}, DynamicStateInfos, Tuple{Func{bool}, string}[])"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration PermitDynamicIf<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            Tuple<Func<TArg0, TArg1, TArg2, bool>, string>[] guards,
            DynamicStateInfos possibleDestinationStates = null) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, null),
                Guards(guards, Guards<TArg0, TArg1, TArg2>),
                possibleDestinationStates);
    }
}
