namespace MesoPen.Hil;

/// <summary>One column of the grid: where in a treatment a fault begins.</summary>
/// <param name="Name">Of the column.</param>
/// <param name="Trigger">As a fault is written: <c>@shot=2.flow</c>.</param>
/// <param name="OnWire">Whether it is a message, so that faults of frames strike that very frame.</param>
internal sealed record GridStep(string Name, string Trigger, bool OnWire);
