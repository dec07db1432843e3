using System.Runtime.InteropServices;
using System.Text;

namespace MesoPen.Gpio;

/// <summary>
/// What the kernel tells of chips and lines without anybody's requesting one: which chip has a label, and who holds a line.
/// </summary>
internal static unsafe class ChipInspection
{
    private const nuint GetChipInfo = 0x8044B401;      // GPIO_GET_CHIPINFO_IOCTL: name, label, number of lines
    private const nuint GetLineInfo = 0xC100B405;      // GPIO_V2_GET_LINEINFO_IOCTL: name, consumer, offset, ..., flags
    private const int ChipInfoSize = 68;
    private const int LineInfoSize = 256;
    private const int NameSize = 32;
    private const int OffsetAt = 64;
    private const int FlagsAt = 72;
    private const ulong FlagUsed = 1;

    /// <summary>The number of the one chip with a label of the board's.</summary>
    /// <exception cref="BoardException">No chip has one, or several have.</exception>
    internal static int Find(Board board)
    {
        List<(int Number, string Label)> here = [];
        foreach (string path in Directory.GetFiles("/dev", "gpiochip*"))
        {
            if (int.TryParse(path["/dev/gpiochip".Length..], out int number) && LabelOf(path) is { } label)
            {
                here.Add((number, label));
            }
        }

        int[] found = [.. here.Where(chip => board.Chips.Any(kind => kind.Label == chip.Label)).Select(chip => chip.Number)];
        string wanted = string.Join(" or ", board.Chips.Select(kind => kind.Label));
        return found.Length switch
        {
            1 => found[0],
            0 => throw new BoardException(
                $"{board.ChipsPlace}: this computer has no chip {wanted}; it has {(here.Count == 0 ? "none at all" : string.Join(", ", here.Select(chip => chip.Label)))}."),
            _ => throw new BoardException($"{board.ChipsPlace}: this computer has {found.Length} chips {wanted}."),
        };
    }

    /// <summary>Refuses lines that somebody holds, and says who.</summary>
    /// <exception cref="BoardException">A line is in use.</exception>
    internal static void RequireFree(Board board, int chip)
    {
        byte* info = stackalloc byte[LineInfoSize];
        int descriptor = Posix.Open($"/dev/gpiochip{chip}", Posix.ReadWrite | Posix.CloseOnExec);
        try
        {
            foreach (BoardLine line in board.Lines.Values)
            {
                new Span<byte>(info, LineInfoSize).Clear();
                *(uint*)(info + OffsetAt) = (uint)line.Pin;
                if (Posix.Control(descriptor, GetLineInfo, info) != 0)
                {
                    throw new BoardException($"{line.Place}: pin {line.Pin} of /dev/gpiochip{chip} cannot be looked at: {Marshal.GetLastPInvokeErrorMessage()}.");
                }

                if ((*(ulong*)(info + FlagsAt) & FlagUsed) != 0)
                {
                    string who = Text(info + NameSize);
                    throw new BoardException(
                        $"{line.Place}: pin {line.Pin} ({line.Role}) is in use by {(who.Length == 0 ? "somebody who gave no name" : $"'{who}'")}; end that first.");
                }
            }
        }
        finally
        {
            _ = Posix.Close(descriptor);
        }
    }

    private static string? LabelOf(string path)
    {
        int descriptor = Posix.Open(path, Posix.ReadWrite | Posix.CloseOnExec);
        if (descriptor < 0)
        {
            return null;
        }

        byte* info = stackalloc byte[ChipInfoSize];
        bool known = Posix.Control(descriptor, GetChipInfo, info) == 0;
        _ = Posix.Close(descriptor);
        return known ? Text(info + NameSize) : null;
    }

    private static string Text(byte* at)
    {
        int length = new ReadOnlySpan<byte>(at, NameSize).IndexOf((byte)0);
        return Encoding.UTF8.GetString(at, length < 0 ? NameSize : length);
    }
}
