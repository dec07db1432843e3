namespace MesoPen.Tests.Firmware;

/// <summary>
/// A line from host to device that loses, repeats, delays and reorders whole frames, and now and then breaks one.
/// </summary>
internal sealed class LossyLine(Random chance)
{
    private const int DelayMaxMs = 300;
    private readonly List<(int AtMs, byte[] Frame)> _under = [];
    private int _ms;

    public void Send(byte[] frame)
    {
        int copies = chance.Next(10) switch { 0 => 0, < 6 => 1, < 9 => 2, _ => 4 };
        for (int copy = 0; copy < copies; copy++)
        {
            int delayMs = chance.Next(3) == 0 ? chance.Next(DelayMaxMs) : chance.Next(8);
            byte[] sent = [.. frame];
            if (chance.Next(30) == 0)
            {
                sent[chance.Next(sent.Length)] ^= (byte)(1 << chance.Next(8));
            }

            _under.Add((_ms + delayMs, sent));
        }
    }

    public void Deliver(Bench bench)
    {
        _ms++;
        foreach ((int atMs, byte[] frame) in _under)
        {
            if (atMs <= _ms)
            {
                bench.PostBytes(frame);
            }
        }

        _under.RemoveAll(entry => entry.AtMs <= _ms);
    }
}
