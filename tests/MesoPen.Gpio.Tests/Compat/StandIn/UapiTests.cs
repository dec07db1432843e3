using System.Device.Gpio.Native;
using System.Runtime.CompilerServices;

namespace MesoPen.Gpio.Tests.Compat;

/// <summary>The stand-in's structures and numbers against linux/gpio.h, as a C compiler lays them out (x86-64 and arm64 alike).</summary>
public sealed unsafe class UapiTests
{
    [Fact]
    public void Structures_have_the_size_of_the_kernels()
    {
        // Aim: one byte more or less and the kernel refuses the number or writes beyond the end. Sizes by sizeof in C, linux 6.1.
        Assert.Equal(68, sizeof(ChipInfo));
        Assert.Equal(592, sizeof(LineRequest));
        Assert.Equal(272, sizeof(LineConfig));
        Assert.Equal(24, sizeof(LineAttribute));
        Assert.Equal(16, sizeof(LineValues));
        Assert.Equal(48, sizeof(LineEvent));
        Assert.Equal(8, sizeof(PollEntry));
    }

    [Fact]
    public void Fields_lie_where_the_kernels_do()
    {
        // Aim: right size, wrong order would pass the test above. Offsets by offsetof in C.
        LineRequest request = default;
        Assert.Equal(256, At(ref request, ref request.Consumer[0]));
        Assert.Equal(288, At(ref request, ref request.Config));
        Assert.Equal(560, At(ref request, ref request.LineCount));
        Assert.Equal(564, At(ref request, ref request.EventBufferSize));
        Assert.Equal(588, At(ref request, ref request.Descriptor));
        LineConfig config = default;
        Assert.Equal(8, At(ref config, ref config.AttributeCount));
        Assert.Equal(32, At(ref config, ref config.Attributes));
        LineAttribute attribute = default;
        Assert.Equal(8, At(ref attribute, ref attribute.Value));
        Assert.Equal(16, At(ref attribute, ref attribute.Mask));
        LineEvent edge = default;
        Assert.Equal(8, At(ref edge, ref edge.Id));
        Assert.Equal(12, At(ref edge, ref edge.Offset));
        ChipInfo chip = default;
        Assert.Equal(64, At(ref chip, ref chip.Lines));
    }

    [Theory]
    [InlineData(0x01, false, 68, (uint)Uapi.GetChipInfo)]
    [InlineData(0x07, true, 592, (uint)Uapi.GetLine)]
    [InlineData(0x0D, true, 272, (uint)Uapi.SetConfig)]
    [InlineData(0x0E, true, 16, (uint)Uapi.GetValues)]
    [InlineData(0x0F, true, 16, (uint)Uapi.SetValues)]
    public void Request_numbers_are_made_as_the_header_says(int nr, bool writes, int size, uint stated)
    {
        // Aim: _IOR and _IOWR of asm-generic/ioctl.h: direction in bits 30 and 31, size from 16, type 0xB4 from 8, number from 0.
        uint direction = writes ? 3u : 2u;
        Assert.Equal((direction << 30) | ((uint)size << 16) | (0xB4u << 8) | (uint)nr, stated);
    }

    private static int At<TOuter, TInner>(ref TOuter outer, ref TInner inner) =>
        (int)Unsafe.ByteOffset(ref Unsafe.As<TOuter, byte>(ref outer), ref Unsafe.As<TInner, byte>(ref inner));
}
