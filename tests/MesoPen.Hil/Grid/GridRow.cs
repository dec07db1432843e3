namespace MesoPen.Hil;

/// <summary>One row of the grid: a fault, how it is put, and the safe states that it may end in.</summary>
/// <param name="Fault">Name in the catalogue.</param>
/// <param name="Form">Head and options around the trigger: <c>occlusion{0},for=600ms</c>.</param>
/// <param name="Ends">Safe states; an end outside of them fails the cell.</param>
/// <param name="Excused">Invariants that the device itself breaks here.</param>
/// <param name="Why">Why it may end otherwise than completed, or is excused; empty if it must complete.</param>
internal sealed record GridRow(string Fault, string Form, IReadOnlyList<GridEnd> Ends, IReadOnlyList<int> Excused, string Why)
{
    /// <summary>The fault at a step.</summary>
    public string At(GridStep step) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Form, step.Trigger);
}
