namespace System.Device.Gpio.Native;

/// <summary>Numbers of the GPIO character device, second version (linux/gpio.h, Linux 5.10 and later).</summary>
internal static class Uapi
{
    public const int NameSize = 32;                    // GPIO_MAX_NAME_SIZE
    public const int LinesMax = 64;                    // GPIO_V2_LINES_MAX
    public const int AttributesMax = 10;               // GPIO_V2_LINE_NUM_ATTRS_MAX

    public const ulong FlagInput = 1 << 2;
    public const ulong FlagOutput = 1 << 3;
    public const ulong FlagRising = 1 << 4;
    public const ulong FlagFalling = 1 << 5;
    public const ulong FlagPullUp = 1 << 8;
    public const ulong FlagPullDown = 1 << 9;
    public const ulong FlagNoPull = 1 << 10;

    public const uint AttributeOutputValues = 2;       // GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES

    public const uint EventRising = 1;
    public const uint EventFalling = 2;

    public const nuint GetChipInfo = 0x8044B401;       // GPIO_GET_CHIPINFO_IOCTL
    public const nuint GetLine = 0xC250B407;           // GPIO_V2_GET_LINE_IOCTL
    public const nuint SetConfig = 0xC110B40D;         // GPIO_V2_LINE_SET_CONFIG_IOCTL
    public const nuint GetValues = 0xC010B40E;         // GPIO_V2_LINE_GET_VALUES_IOCTL
    public const nuint SetValues = 0xC010B40F;         // GPIO_V2_LINE_SET_VALUES_IOCTL
}
