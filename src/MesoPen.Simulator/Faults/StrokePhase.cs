namespace MesoPen.Simulator;

/// <summary>How far a labelled stroke is, as the plant sees it. A stroke that is cut short has not all of them.</summary>
public enum StrokePhase
{
    /// <summary>No stroke is under way.</summary>
    None = 0,

    /// <summary>Labelled, the needle still home.</summary>
    Begin = 1,

    /// <summary>The needle moves out.</summary>
    Out = 2,

    /// <summary>The needle is out, the plunger has not moved in this stroke.</summary>
    Depth = 3,

    /// <summary>The plunger moves.</summary>
    Flow = 4,

    /// <summary>The plunger is still again, the needle out.</summary>
    Dwell = 5,

    /// <summary>The needle moves back.</summary>
    Back = 6,

    /// <summary>The needle is home again: the stroke is over.</summary>
    End = 7,
}
