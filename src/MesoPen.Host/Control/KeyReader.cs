namespace MesoPen.Host.Control;

/// <summary>Hands on keys as they are typed: from a terminal without waiting for Enter, from a pipe character by character.</summary>
internal static class KeyReader
{
    /// <summary>Reads on a background thread until the input ends.</summary>
    public static void Start(Action<char> typed)
    {
        Thread reader = new(() => Read(typed)) { Name = "keys", IsBackground = true };
        reader.Start();
    }

    private static void Read(Action<char> typed)
    {
        try
        {
            if (!Console.IsInputRedirected)
            {
                while (true)
                {
                    typed(Console.ReadKey(intercept: true).KeyChar);
                }
            }

            for (int read = Console.In.Read(); read >= 0; read = Console.In.Read())
            {
                typed((char)read);
            }
        }
        catch (Exception end) when (end is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            // The terminal is gone. Stop is left to signals and to the device.
        }
    }
}
