namespace MesoPen.Host.Calibration;

/// <summary>Why an instrument gave no value that counts. Each has a sentence: <see cref="InstrumentProblems.Explain"/>.</summary>
public enum InstrumentProblem
{
    /// <summary>Nothing is wrong.</summary>
    None,

    /// <summary>More is on it than it can measure.</summary>
    Overload,

    /// <summary>Less is on it than it can measure: its pan is missing, or the tip is out of range.</summary>
    Underload,

    /// <summary>Less is on it than it is set to accept.</summary>
    BelowMinimum,

    /// <summary>It did not come to rest in the time that it was given.</summary>
    NotStable,

    /// <summary>It is busy with something else: a menu, an adjustment.</summary>
    Busy,

    /// <summary>What came could not be read: noise, or other line settings than its own.</summary>
    Garbled,

    /// <summary>It does not know what it was asked.</summary>
    NotUnderstood,

    /// <summary>It shows a unit that is none of mass, or none of length.</summary>
    WrongUnit,

    /// <summary>It reports a fault of its own.</summary>
    Fault,

    /// <summary>It does not answer.</summary>
    Silent,

    /// <summary>Its line is gone and did not come back in time.</summary>
    Lost,

    /// <summary>After the line was gone, another instrument answers on it.</summary>
    OtherInstrument,

    /// <summary>It cannot do what was asked: a gauge that has no zero by wire.</summary>
    NotPossible,

    /// <summary>It sends without being asked, so that no answer can be told from what it sends anyway.</summary>
    SendsByItself,
}
