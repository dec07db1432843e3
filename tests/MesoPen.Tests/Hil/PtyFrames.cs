using MesoPen.Protocol;

namespace MesoPen.Tests.Hil;

/// <summary>Captures that were made up.</summary>
internal static class PtyFrames
{
    /// <summary>What a host sent: a permit of two shots in the first zone, and a release.</summary>
    /// <param name="granted">When the permit left, µs; null for never.</param>
    /// <param name="clearedUs">When the release left, µs; null for never.</param>
    public static SentFrames Sent(long? granted, long? clearedUs)
    {
        string path = Path.GetTempFileName();
        try
        {
            List<string> lines = [];
            if (granted is { } at)
            {
                lines.Add(Line(at, new PermitGrantRequest(1, 1, TriggerMode.Single, 1400, 20_000, 2, 60_000, 250, 250, 0)));
            }

            if (clearedUs is { } clear)
            {
                lines.Add(Line(clear, new FaultClearRequest(1)));
            }

            // A host that was killed leaves half a line.
            File.WriteAllText(path, string.Concat(lines.Select(line => line + "\n")) + "{\"direction\":\"se");
            return SentFrames.Read([path, path + ".never-opened"]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Line<TRequest>(long atUs, in TRequest request)
        where TRequest : struct, IMessage<TRequest>
    {
        Span<byte> frame = stackalloc byte[FrameWriter.FrameMax];
        int length = FrameWriter.Write(frame, new FrameHeader(1, TRequest.Type, 1, 7), request);
        return $$"""{"direction":"sent","mono_us":{{atUs}},"type":"x","frame":"{{Convert.ToHexStringLower(frame[..length])}}"}""";
    }
}
