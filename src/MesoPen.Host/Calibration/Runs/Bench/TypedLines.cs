using System.Threading.Channels;

namespace MesoPen.Host.Calibration;

/// <summary>Lines as they are typed, read on a thread of their own that nobody has to wait for.</summary>
internal static class TypedLines
{
    /// <summary>Begins to read; the channel completes when the input ends.</summary>
    public static ChannelReader<string> Of(TextReader input)
    {
        Channel<string> lines = Channel.CreateUnbounded<string>();
        Thread reader = new(() =>
        {
            try
            {
                while (input.ReadLine() is { } line)
                {
                    lines.Writer.TryWrite(line);
                }
            }
            catch (Exception end) when (end is IOException or ObjectDisposedException)
            {
                // The terminal is gone: nobody answers any more.
            }

            lines.Writer.TryComplete();
        })
        {
            Name = "typed", IsBackground = true,
        };
        reader.Start();
        return lines.Reader;
    }
}
