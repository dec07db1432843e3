namespace MesoPen.Tests.Compat.Serial.StandIn;

/// <summary>Bytes that a handler leaves unread do not make the events' thread run in circles.</summary>
public sealed class UnreadDataTests : OpenLine
{
    [Fact]
    public void DataReceived_does_not_come_again_for_bytes_left_unread()
    {
        // Aim: three arrivals, none read: three events at most, however long nobody reads.
        int raised = 0;
        SemaphoreSlim seen = new(0);
        Port.DataReceived += (_, _) =>
        {
            Interlocked.Increment(ref raised);
            seen.Release();
        };
        for (int i = 1; i <= 3; i++)
        {
            Line.Write([1]);
            AwaitBytes(i);
            Assert.True(seen.Wait(Terminals.PseudoTerminal.PatienceMs));
        }

        // Time for a thousand more, if it ran in circles: a read of the other end that times out.
        Assert.Equal(0, Line.Read(new byte[1], timeoutMs: 50));

        Assert.InRange(raised, 3, 4);
    }
}
