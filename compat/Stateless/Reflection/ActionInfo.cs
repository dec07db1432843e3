namespace Stateless.Reflection;

/// <summary>An entry action.</summary>
public class ActionInfo
{
    /// <summary>Describes an entry action.</summary>
    /// <param name="method">What is called.</param>
    /// <param name="fromTrigger">The one trigger it runs on; null for all.</param>
    public ActionInfo(InvocationInfo method, string fromTrigger)
    {
        Method = method;
        FromTrigger = fromTrigger;
    }

    /// <summary>What is called.</summary>
    public InvocationInfo Method { get; internal set; }

    /// <summary>The one trigger it runs on; null for all.</summary>
    public string FromTrigger { get; internal set; }
}
