namespace MesoPen.Tests.Treatment;

public sealed class TraceHashTests
{
    [Fact]
    public void Hash_is_this_number_on_every_machine()
    {
        // Aim: bytes, numbers and text are taken in little-endian whatever the machine is; the value was worked out by hand from the definition.
        TraceHash trace = new();
        trace.Add([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        trace.Add(-1L);
        trace.Add("µL");
        ulong expected = 0xCBF29CE484222325;
        foreach (ulong word in new ulong[] { 9, 0x0807060504030201, 9, ulong.MaxValue, 4, 0x004C_00B5 })
        {
            expected = unchecked((expected ^ word) * 0x100000001B3);
            expected ^= expected >> 32;
        }

        Assert.Equal(expected, trace.Value);
    }

    [Fact]
    public void Any_bit_of_any_byte_and_any_length_makes_another_hash()
    {
        // Aim: no byte is passed over, at the end of a run of eight or anywhere else, and where one piece ends matters.
        byte[] bytes = new byte[40];
        HashSet<ulong> seen = [];
        for (int length = 0; length <= bytes.Length; length++)
        {
            Assert.True(seen.Add(Of(bytes.AsSpan(0, length))), $"{length} zeros look like fewer.");
        }

        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.True(seen.Add(Of(bytes)), $"Bit {bit} is passed over.");
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        static ulong Of(ReadOnlySpan<byte> bytes)
        {
            TraceHash trace = new();
            trace.Add(bytes);
            return trace.Value;
        }
    }
}
