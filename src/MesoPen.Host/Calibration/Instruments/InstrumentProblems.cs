namespace MesoPen.Host.Calibration;

/// <summary>A sentence for each problem: what is the matter, and what to do.</summary>
public static class InstrumentProblems
{
    /// <summary>What to do with an instrument that sends by itself.</summary>
    public const string OnRequest = "set it to send on request (in its menu, under interface or print)";

    /// <summary>The sentence.</summary>
    /// <param name="problem">Not <see cref="InstrumentProblem.None"/>.</param>
    /// <param name="name">The instrument's address.</param>
    /// <param name="quantity">What it measures.</param>
    /// <param name="detail">What the instrument itself said about it; empty if nothing.</param>
    public static string Explain(InstrumentProblem problem, string name, InstrumentQuantity quantity, string detail = "")
    {
        bool balance = quantity == InstrumentQuantity.Mass;
        string said = detail.Length == 0 ? string.Empty : $" (it said {detail})";
        return problem switch
        {
            InstrumentProblem.Overload when balance => $"{name} is overloaded: take off the vessel, and use a lighter one.",
            InstrumentProblem.Overload => $"{name} is beyond its range: move the gauge away from the tip, then set its zero again.",
            InstrumentProblem.Underload when balance => $"{name} is underloaded: put its pan and the vessel on, then zero it.",
            InstrumentProblem.Underload => $"{name} is below its range: bring the gauge to the tip, then set its zero again.",
            InstrumentProblem.BelowMinimum =>
                $"{name} says that this is below its minimum weight: switch that function off, or weigh more shots at once.",
            InstrumentProblem.NotStable when balance =>
                $"{name} did not come to rest: keep draught, vibration and static away, close the draught shield, and try again.",
            InstrumentProblem.NotStable => $"{name} did not come to rest: fix the gauge and the gun so that neither moves, and try again.",
            InstrumentProblem.Busy => $"{name} is busy: leave its menu or wait for its adjustment to end, then try again.",
            InstrumentProblem.Garbled =>
                $"{name} sends what cannot be read{said}: set both ends to the same rate, data bits and parity "
                + "('mesopen instruments detect' finds them), and check the cable.",
            InstrumentProblem.NotUnderstood =>
                $"{name} does not know what it was asked{said}: state its own protocol in the address, see 'mesopen instruments detect'.",
            InstrumentProblem.WrongUnit when balance => $"{name} shows a unit that is none of g, mg, µg, kg or ct{said}: switch it to milligrams.",
            InstrumentProblem.WrongUnit => $"{name} shows a unit that is none of mm, µm or in{said}: switch it to millimetres.",
            InstrumentProblem.Fault => $"{name} reports a fault of its own{said}: look it up in its manual, and switch it off and on.",
            InstrumentProblem.Silent =>
                $"{name} does not answer: switch it on, check the cable, and see that it is not set to print by its key alone "
                + "('mesopen instruments detect' tries all settings).",
            InstrumentProblem.Lost => $"{name} is gone: plug its cable in again{said}.",
            InstrumentProblem.OtherInstrument =>
                $"{name} is another instrument now{said}: put back the one that the calibration was begun with, or begin anew.",
            InstrumentProblem.NotPossible => $"{name} cannot be told that by wire: press its own key.",
            InstrumentProblem.SendsByItself => $"{name} sends by itself: {OnRequest}.",
            _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "There is nothing to explain."),
        };
    }
}
