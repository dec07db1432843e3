namespace Stateless.Reflection;

/// <summary>One of the states that a dynamic transition may lead to, as told by whoever configured it.</summary>
public class DynamicStateInfo
{
    /// <summary>Describes a possible destination.</summary>
    /// <param name="destinationState">The state's name.</param>
    /// <param name="criterion">When this state is chosen.</param>
    public DynamicStateInfo(string destinationState, string criterion)
    {
        DestinationState = destinationState;
        Criterion = criterion;
    }

    /// <summary>The state's name.</summary>
    public string DestinationState { get; set; }

    /// <summary>When this state is chosen.</summary>
    public string Criterion { get; set; }
}
