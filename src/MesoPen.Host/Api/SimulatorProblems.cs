using MesoPen.Host.Clinic;

namespace MesoPen.Host.Api;

/// <summary>Problem types of a simulated device.</summary>
public static class SimulatorProblems
{
    /// <summary>No simulated device.</summary>
    public static ProblemType NoSimulator { get; } = new(
        "no-simulator", 404, "No simulated device is connected", "The device that is connected does not say that it is simulated, or none is connected.",
        "Open a session with a simulated device. A real one has no such controls.");

    /// <summary>Its simulator takes no orders.</summary>
    public static ProblemType Away { get; } = new(
        "simulator-away", 503, "The simulator takes no orders", "The simulated device is connected, and its simulator is not reached beside it.",
        "Start mesopen-sim with --control PORT, and this station with Station:Simulator=127.0.0.1:PORT.");

    /// <summary>It refuses.</summary>
    public static ProblemType Refused { get; } = new(
        "simulator-refused", 422, "The simulator refuses", "The fault or order is not one that the simulator can carry out now.",
        "The detail says what is allowed; docs/faults.md lists the faults.");
}
