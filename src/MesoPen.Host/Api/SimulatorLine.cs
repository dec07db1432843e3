using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MesoPen.Host.Api;

/// <summary>
/// One line to the simulator's own port, and one back: see docs/faults.md. It moves nothing that is not simulated, and the clinic's records do not
/// know of it.
/// </summary>
internal sealed class SimulatorLine(ApiOptions options, TimeProvider clock)
{
    /// <summary>It answers within a millisecond; a simulator that stands still must not hold a page up.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The address of a setting; null if it is not one of this computer's own.</summary>
    public static IPEndPoint? Parse(string text) =>
        IPEndPoint.TryParse(text.Replace("localhost", "127.0.0.1", StringComparison.Ordinal), out IPEndPoint? address) && IPAddress.IsLoopback(address.Address) && address.Port > 0
            ? address
            : null;

    /// <summary>Asks, and gives the answer.</summary>
    /// <exception cref="SimulatorAwayException">There is no simulator that answers.</exception>
    /// <exception cref="SimulatorRefusedException">It refuses, in a sentence.</exception>
    public async Task<T> AskAsync<T>(object line, CancellationToken cancel)
    {
        if (options.Simulator is not { } where || Parse(where) is not { } address)
        {
            throw new SimulatorAwayException("Station:Simulator is not set: start mesopen-sim with --control PORT, and this station with Station:Simulator=127.0.0.1:PORT.");
        }

        try
        {
            using CancellationTokenSource late = new(Patience, clock);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
            return Read<T>(await ExchangeAsync(address, line, either.Token));
        }
        catch (Exception away) when (away is SocketException or IOException or JsonException || (away is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new SimulatorAwayException($"The simulator does not answer at {where}: start mesopen-sim with --control {address.Port}.");
        }
    }

    private static async Task<string> ExchangeAsync(IPEndPoint address, object line, CancellationToken cancel)
    {
        using Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address, cancel);
        await using NetworkStream stream = new(socket);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(line, Form) + "\n"), cancel);
        using StreamReader reader = new(stream, Encoding.UTF8);
        return await reader.ReadLineAsync(cancel) ?? throw new IOException("It hung up.");
    }

    private static T Read<T>(string line)
    {
        JsonNode answer = JsonNode.Parse(line) ?? throw new JsonException("It said null.");
        return (bool?)answer["ok"] == true
            ? answer.Deserialize<T>(Form) ?? throw new JsonException("It said nothing.")
            : throw new SimulatorRefusedException((string?)answer["error"] ?? "The simulator refused, and did not say why.");
    }
}
