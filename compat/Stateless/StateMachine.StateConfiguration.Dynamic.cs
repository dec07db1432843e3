using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Takes a trigger to a state that is chosen when the trigger is fired.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationStateSelector">Chooses where it leads; the state itself means re-entry.</param>
        /// <param name="destinationStateSelectorDescription">What to call the selector; else its method's name is used.</param>
        /// <param name="possibleDestinationStates">Where it may lead, for diagrams; not enforced.</param>
        public StateConfiguration PermitDynamic(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string destinationStateSelectorDescription = null,
            DynamicStateInfos possibleDestinationStates = null) =>
            MoveToSelected(
                trigger,
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, destinationStateSelectorDescription),
                [],
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamic(TTrigger, Func{TState}, string, DynamicStateInfos)"/>
        /// <typeparam name="TArg0">The argument's type.</typeparam>
        public StateConfiguration PermitDynamic<TArg0>(
            TriggerWithParameters<TArg0> trigger,
            Func<TArg0, TState> destinationStateSelector,
            string destinationStateSelectorDescription = null,
            DynamicStateInfos possibleDestinationStates = null) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, destinationStateSelectorDescription),
                [],
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamic(TTrigger, Func{TState}, string, DynamicStateInfos)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        public StateConfiguration PermitDynamic<TArg0, TArg1>(
            TriggerWithParameters<TArg0, TArg1> trigger,
            Func<TArg0, TArg1, TState> destinationStateSelector,
            string destinationStateSelectorDescription = null,
            DynamicStateInfos possibleDestinationStates = null) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, destinationStateSelectorDescription),
                [],
                possibleDestinationStates);

        /// <inheritdoc cref="PermitDynamic(TTrigger, Func{TState}, string, DynamicStateInfos)"/>
        /// <typeparam name="TArg0">The first argument's type.</typeparam>
        /// <typeparam name="TArg1">The second argument's type.</typeparam>
        /// <typeparam name="TArg2">The third argument's type.</typeparam>
        public StateConfiguration PermitDynamic<TArg0, TArg1, TArg2>(
            TriggerWithParameters<TArg0, TArg1, TArg2> trigger,
            Func<TArg0, TArg1, TArg2, TState> destinationStateSelector,
            string destinationStateSelectorDescription = null,
            DynamicStateInfos possibleDestinationStates = null) =>
            MoveToSelected(
                TriggerOf(trigger),
                Selector(destinationStateSelector),
                InvocationInfo.Of(destinationStateSelector, destinationStateSelectorDescription),
                [],
                possibleDestinationStates);

        private StateConfiguration MoveToSelected(
            TTrigger trigger,
            Func<object[], TState> selector,
            InvocationInfo selectorMethod,
            Guard[] guards,
            DynamicStateInfos possibleDestinationStates) =>
            Add(new Rule
            {
                Kind = RuleKind.MoveToSelected,
                Trigger = trigger,
                Guards = guards,
                Selector = selector,
                SelectorMethod = selectorMethod,
                PossibleDestinations = possibleDestinationStates,
            });

        // A selector, in the one shape that rules keep it. One method for each number of arguments.
        private static Func<object[], TState> Selector(Func<TState> selector)
        {
            ArgumentNullException.ThrowIfNull(selector);
            return _ => selector();
        }

        private static Func<object[], TState> Selector<TArg0>(Func<TArg0, TState> selector)
        {
            ArgumentNullException.ThrowIfNull(selector);
            return args => selector(Arguments.At<TArg0>(args, 0));
        }

        private static Func<object[], TState> Selector<TArg0, TArg1>(Func<TArg0, TArg1, TState> selector)
        {
            ArgumentNullException.ThrowIfNull(selector);
            return args => selector(Arguments.At<TArg0>(args, 0), Arguments.At<TArg1>(args, 1));
        }

        private static Func<object[], TState> Selector<TArg0, TArg1, TArg2>(Func<TArg0, TArg1, TArg2, TState> selector)
        {
            ArgumentNullException.ThrowIfNull(selector);
            return args => selector(Arguments.At<TArg0>(args, 0), Arguments.At<TArg1>(args, 1), Arguments.At<TArg2>(args, 2));
        }
    }
}
