namespace Stateless.Reflection;

/// <summary>Names a method that a machine calls: an action, a guard or a destination selector.</summary>
public class InvocationInfo
{
    // What the caller chose to call the method; null where nothing was said.
    private readonly string _description;
    private readonly Timing _timing;

    /// <summary>Describes a method.</summary>
    /// <param name="methodName">The method's own name; the compiler's invention for a lambda.</param>
    /// <param name="description">What the caller calls it, or null.</param>
    /// <param name="timing">Whether the method is awaited.</param>
    public InvocationInfo(string methodName, string description, Timing timing)
    {
        MethodName = methodName;
        _description = description;
        _timing = timing;
    }

    /// <summary>Whether a method is awaited.</summary>
    public enum Timing
    {
        /// <summary>The method returns when its work is done.</summary>
        Synchronous,

        /// <summary>The method returns a task.</summary>
        Asynchronous,
    }

    /// <summary>What stands in for the name of a lambda that was given no description.</summary>
    public static string DefaultFunctionDescription { get; set; } = "Function";

    /// <summary>The method's own name; the compiler's invention for a lambda.</summary>
    public string MethodName { get; private set; }

    /// <summary>
    /// The caller's description; else the method's name; else, for a lambda, <see cref="DefaultFunctionDescription"/>.
    /// </summary>
    public string Description
    {
        get
        {
            if (_description is not null)
            {
                return _description;
            }

            return MethodName is null ? "<null>" : IsCompilersName(MethodName) ? DefaultFunctionDescription : MethodName;
        }
    }

    /// <summary>Whether the method is awaited.</summary>
    public bool IsAsync => _timing == Timing.Asynchronous;

    internal static InvocationInfo Of(Delegate method, string description) =>
        new(method?.Method.Name, description, Timing.Synchronous);

    // Only names that no C# source can spell hold these.
    private static bool IsCompilersName(string name) => name.AsSpan().ContainsAny('<', '>', '`');
}
