namespace Stateless.Reflection;

/// <summary>The states that a dynamic transition may lead to, in a form a collection initialiser can fill.</summary>
public class DynamicStateInfos : List<DynamicStateInfo>
{
    /// <summary>Adds a possible destination.</summary>
    /// <param name="destinationState">The state's name.</param>
    /// <param name="criterion">When this state is chosen.</param>
    public void Add(string destinationState, string criterion) => Add(new DynamicStateInfo(destinationState, criterion));

    /// <summary>Adds a possible destination.</summary>
    /// <param name="destinationState">The state; its text names it.</param>
    /// <param name="criterion">When this state is chosen.</param>
    /// <typeparam name="TState">The machine's state type.</typeparam>
    public void Add<TState>(TState destinationState, string criterion) =>
        Add(new DynamicStateInfo(destinationState.ToString(), criterion));
}
