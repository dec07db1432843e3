using System.Text;
using MesoPen.Host.Control;

namespace MesoPen.Tests.Host.Control;

public sealed class QueuedWriterTests
{
    [Fact]
    public void Text_for_a_halted_terminal_waits_and_the_caller_does_not()
    {
        // Aim: Ctrl-S in the terminal may not hold up a stop: whoever says something goes on at once, and nothing said is lost or moved.
        using ManualResetEventSlim goesOn = new();
        using Halted terminal = new(goesOn);
        using (QueuedWriter writer = new(terminal))
        {
            for (int i = 0; i < 1000; i++)
            {
                writer.WriteLine($"line {i}");
            }

            Assert.DoesNotContain("line 999", terminal.Seen, StringComparison.Ordinal);
            goesOn.Set();
        }

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"line {i}"), terminal.Seen.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Text_for_a_full_disk_is_given_up_and_throws_nowhere()
    {
        // Aim: standard output on a full disk ends no treatment.
        using Full disk = new();
        using (QueuedWriter writer = new(disk))
        {
            writer.WriteLine("one");
            writer.WriteLine("two");
        }

        Assert.Equal(1, disk.Tries);
    }

    private sealed class Halted(ManualResetEventSlim goesOn) : TextWriter
    {
        private readonly StringBuilder _seen = new();

        public override Encoding Encoding => Encoding.UTF8;

        public string Seen
        {
            get
            {
                lock (_seen)
                {
                    return _seen.ToString();
                }
            }
        }

        public override void Write(string? value)
        {
            goesOn.Wait();
            lock (_seen)
            {
                _seen.Append(value);
            }
        }
    }

    private sealed class Full : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public int Tries { get; private set; }

        public override void Write(string? value)
        {
            Tries++;
            throw new IOException("No space left on device");
        }
    }
}
