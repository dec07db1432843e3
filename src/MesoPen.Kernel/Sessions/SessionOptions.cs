namespace MesoPen.Kernel;

/// <summary>What a session needs to know besides plan and limits.</summary>
/// <param name="DepthTolerance">How far beyond the permitted length a journal entry may be before it is a fault; of the device profile.</param>
/// <param name="DoseTolerance">How far beyond the dose a journal entry may be before it is a fault; of the device profile.</param>
/// <param name="Window">Shots that a permit runs ahead of the records: what can be unknown after a crash. 5 are half a second of a fast gun.</param>
public sealed record SessionOptions(Depth DepthTolerance, Volume DoseTolerance, int Window = 5);
