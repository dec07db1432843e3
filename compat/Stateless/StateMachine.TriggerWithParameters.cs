namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>A trigger together with the types of the arguments it must be fired with.</summary>
    public abstract class TriggerWithParameters
    {
        private readonly Type[] _argumentTypes;

        /// <summary>Ties a trigger to its argument types.</summary>
        /// <param name="underlyingTrigger">The trigger.</param>
        /// <param name="argumentTypes">The types, in order.</param>
        protected TriggerWithParameters(TTrigger underlyingTrigger, params Type[] argumentTypes)
        {
            ArgumentNullException.ThrowIfNull(argumentTypes);
            Trigger = underlyingTrigger;
            _argumentTypes = argumentTypes;
        }

        /// <summary>The trigger itself.</summary>
        public TTrigger Trigger { get; }

        /// <summary>The types of its arguments, in order.</summary>
        public IEnumerable<Type> ArgumentTypes => _argumentTypes;

        /// <summary>Refuses arguments that do not fit.</summary>
        /// <param name="args">The arguments, in order.</param>
        /// <exception cref="ArgumentException">An argument is missing, superfluous or of another type.</exception>
        public void ValidateParameters(object[] args) => Arguments.Validate(args, _argumentTypes);
    }

    /// <summary>A trigger with one argument.</summary>
    /// <typeparam name="TArg0">The argument's type.</typeparam>
    public class TriggerWithParameters<TArg0> : TriggerWithParameters
    {
        /// <summary>Ties a trigger to its argument type.</summary>
        /// <param name="underlyingTrigger">The trigger.</param>
        public TriggerWithParameters(TTrigger underlyingTrigger)
            : base(underlyingTrigger, typeof(TArg0))
        {
        }
    }

    /// <summary>A trigger with two arguments.</summary>
    /// <typeparam name="TArg0">The first argument's type.</typeparam>
    /// <typeparam name="TArg1">The second argument's type.</typeparam>
    public class TriggerWithParameters<TArg0, TArg1> : TriggerWithParameters
    {
        /// <summary>Ties a trigger to its argument types.</summary>
        /// <param name="underlyingTrigger">The trigger.</param>
        public TriggerWithParameters(TTrigger underlyingTrigger)
            : base(underlyingTrigger, typeof(TArg0), typeof(TArg1))
        {
        }
    }

    /// <summary>A trigger with three arguments.</summary>
    /// <typeparam name="TArg0">The first argument's type.</typeparam>
    /// <typeparam name="TArg1">The second argument's type.</typeparam>
    /// <typeparam name="TArg2">The third argument's type.</typeparam>
    public class TriggerWithParameters<TArg0, TArg1, TArg2> : TriggerWithParameters
    {
        /// <summary>Ties a trigger to its argument types.</summary>
        /// <param name="underlyingTrigger">The trigger.</param>
        public TriggerWithParameters(TTrigger underlyingTrigger)
            : base(underlyingTrigger, typeof(TArg0), typeof(TArg1), typeof(TArg2))
        {
        }
    }

    // What SetTriggerParameters(trigger, types) hands out: the base class, which only its own assembly may build.
    private sealed class UntypedTrigger(TTrigger underlyingTrigger, Type[] argumentTypes)
        : TriggerWithParameters(underlyingTrigger, argumentTypes);
}
