namespace Stateless;

/// <summary>Reads typed arguments out of the untyped array that a firing carries.</summary>
internal static class Arguments
{
    internal static readonly object[] None = [];

    /// <summary>
    /// The argument at <paramref name="index"/>. A firing without any arguments yields the type's default, so that a guard
    /// on a parameterised trigger can be asked about before its arguments are known.
    /// </summary>
    /// <exception cref="ArgumentException">The argument is missing or of another type.</exception>
    internal static T At<T>(object[] args, int index)
    {
        if (args.Length == 0)
        {
            return default;
        }

        RequireType(args, index, typeof(T));
        return args[index] is T typed ? typed : default;
    }

    /// <summary>Refuses a count or a type that differs from what the trigger was configured with.</summary>
    /// <exception cref="ArgumentException">An argument is missing, superfluous or of another type.</exception>
    internal static void Validate(object[] args, Type[] expected)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.Length > expected.Length)
        {
            throw new ArgumentException(
                $"The trigger takes {expected.Length} argument(s), {args.Length} were given.", nameof(args));
        }

        for (int i = 0; i < expected.Length; i++)
        {
            RequireType(args, i, expected[i]);
        }
    }

    private static void RequireType(object[] args, int index, Type type)
    {
        if (index >= args.Length)
        {
            throw new ArgumentException($"Argument {index} is missing: a {type} was expected.", nameof(args));
        }

        object arg = args[index];
        if (arg is not null && !type.IsInstanceOfType(arg))
        {
            throw new ArgumentException($"Argument {index} is a {arg.GetType()}; a {type} was expected.", nameof(args));
        }
    }
}
