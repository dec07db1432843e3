namespace MesoPen.Kernel;

/// <summary>What a session needs to know besides plan and limits.</summary>
/// <param name="DepthTolerance">How far beyond the permitted needle length a journal entry may be before it is a fault; the device profile states it.</param>
/// <param name="DoseTolerance">How far beyond the dose a journal entry may be before it is a fault; the device profile states it.</param>
/// <param name="Window">
/// Shots that a permit may run ahead of what is recorded. It bounds what can be unknown after a crash; 5 shots are half a second at the
/// ten shots a second that guns reach, enough for a disk to answer.
/// </param>
public sealed record SessionOptions(Depth DepthTolerance, Volume DoseTolerance, int Window = 5);
