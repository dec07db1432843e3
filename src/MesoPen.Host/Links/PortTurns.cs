using System.Collections.Concurrent;

namespace MesoPen.Host.Links;

/// <summary>
/// Lets a link that is being closed finish before the next one of this process opens the same port: closing lets the last bytes out, which
/// takes a while, and the port would be found busy by oneself.
/// </summary>
internal static class PortTurns
{
    /// <summary>Longer than a port takes to close; then let the port itself say that it is busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> s_turns = new(StringComparer.Ordinal);

    /// <summary>Waits for the port's turn. True if it was got, and must be given back.</summary>
    public static bool Take(string path, CancellationToken closing) => Of(path).Wait(Patience, closing);

    public static void GiveBack(string path) => Of(path).Release();

    private static SemaphoreSlim Of(string path) => s_turns.GetOrAdd(path, static _ => new SemaphoreSlim(1, 1));
}
