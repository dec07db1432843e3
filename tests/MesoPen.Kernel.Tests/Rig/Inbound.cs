namespace MesoPen.Kernel.Tests.Rig;

/// <summary>Something on its way from the device to the host, in order: a status, and perhaps the answer to a request or a shot.</summary>
internal sealed record Inbound(DeviceSnapshot Status, Effect? Answers, SessionEvent? Word);
