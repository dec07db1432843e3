namespace MesoPen.Tests.Simulator;

/// <summary>How a kind of fault is seen: what is asked for, what is done, and what then shows in the plant's truth or on the wire.</summary>
/// <param name="Fault">As on the command line.</param>
/// <param name="Act">What the host does.</param>
/// <param name="Shows">Whether the effect shows; without the fault it must not.</param>
/// <param name="Seed">Of chance.</param>
internal sealed record FaultEffect(string Fault, Action<MiniHost> Act, Func<MiniHost, bool> Shows, ulong Seed = 1);
