namespace Stateless;

/// <summary>What happens to a trigger that is fired while another is being handled.</summary>
public enum FiringMode
{
    /// <summary>It is handled at once, inside the handling of the first.</summary>
    Immediate,

    /// <summary>It waits until the first has run to completion. The default of every constructor that takes no mode.</summary>
    Queued,
}
