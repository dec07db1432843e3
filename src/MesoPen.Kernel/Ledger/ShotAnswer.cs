namespace MesoPen.Kernel;

/// <summary>The three answers that exist for a shot.</summary>
public enum ShotAnswer
{
    /// <summary>Product went in: the whole dose, or the part that the volume says.</summary>
    Delivered,
    /// <summary>Nothing went in.</summary>
    NotDelivered,
    /// <summary>Not known. Counts as the whole dose until settled, and blocks arming.</summary>
    Unknown,
}
