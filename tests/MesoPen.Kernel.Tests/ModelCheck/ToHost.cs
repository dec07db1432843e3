namespace MesoPen.Kernel.Tests.ModelCheck;

/// <summary>
/// A message from the device in flight. Its age is its place among the clock readings that still matter; no two messages have the same.
/// </summary>
internal sealed record ToHost(DeviceSnapshot Status, int Age, bool Awaited, Reply Reply);
