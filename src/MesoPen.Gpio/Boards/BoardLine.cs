namespace MesoPen.Gpio;

/// <summary>One line of a board.</summary>
/// <param name="Role">What it is for, as the file names it.</param>
/// <param name="Pin">Number on the chip.</param>
/// <param name="ActiveHigh">Whether it is active when high.</param>
/// <param name="Pull">up, down or none, for inputs.</param>
/// <param name="IsOutput">Whether the board drives it.</param>
/// <param name="Place">File and line.</param>
internal sealed record BoardLine(string Role, int Pin, bool ActiveHigh, string Pull, bool IsOutput, string Place);
