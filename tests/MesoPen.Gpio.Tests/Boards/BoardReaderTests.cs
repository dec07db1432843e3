namespace MesoPen.Gpio.Tests.Boards;

/// <summary>What a board's file alone makes impossible is refused, with file and line, before any chip is looked at.</summary>
public sealed class BoardReaderTests : IDisposable
{
    private readonly BoardText _board = new();

    public void Dispose() => _board.Dispose();

    [Fact]
    public void Shipped_board_is_read()
    {
        // Aim: the file that is delivered is a board, with its lines where it says.
        Board board = BoardReader.Open(BoardText.Shipped);
        Assert.Equal("pen-1", board.Device.Model);
        Assert.Equal(25, board.Lines[LineRole.Enable].Pin);
        Assert.True(board.Lines[LineRole.Enable].IsOutput);
        Assert.False(board.Lines[LineRole.Trigger].ActiveHigh);
        Assert.Equal(20_000, board.Needle.NmPerStep);
        Assert.Equal(160, board.RetractMsMax);
    }

    [Theory]
    [InlineData("trigger: {pin: 12", "trigger: {pin: 17", "pin 17 is needle_step's already")]
    [InlineData("needle_step: {pin: 17", "needle_step: {pin: 0", "strapping pin: the boot loader reads a HAT's memory")]
    [InlineData("plunger_step: {pin: 22", "plunger_step: {pin: 14", "strapping pin: the boot loader and the console write to it")]
    [InlineData("enable: {pin: 25", "enable: {pin: 4", "pulled up until a program takes it, which would enable the drives")]
    [InlineData("enable: {pin: 25, active: high", "enable: {pin: 25, active: low", "pulled down until a program takes it, which would enable the drives")]
    [InlineData("needle_home: {pin: 5", "needle_home: {pin: 40", "has no pin 40 on its header, only 0 to 27")]
    [InlineData("pinctrl-bcm2711", "pinctrl-bcm9999", "the chip 'pinctrl-bcm9999' is not known; known: pinctrl-bcm2835")]
    [InlineData("lamp: {pin: 18", "lump: {pin: 18", "unknown key lines.lump")]
    [InlineData("pull: up}     # opens", "pull: sideways}     # opens", "lines.stop.pull must be up or down or none, not 'sideways'")]
    [InlineData("absent: [pressure, ", "absent: [", "no sensor for pressure is supported yet: the file must say that it is absent")]
    [InlineData("absent: [pressure, ", "absent: [contact, ", "a board cannot be without 'contact'")]
    [InlineData("home_switch_um: 30", "home_switch_um: 5000", "needle.home_switch_um must be from 0 to 500, not 5000")]
    public void Wrong_line_is_refused_with_file_and_line(string right, string wrong, string because)
    {
        // Aim: each mistake is named where it is.
        int line = _board.Change(right, wrong);
        var refused = Assert.Throws<BoardException>(() => _board.Open());
        Assert.StartsWith($"{_board.File}:{line}: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Drive_that_is_slower_than_its_profile_is_refused()
    {
        // Aim: a needle that comes home late, or a flow that is not reached, shows when the board is read and not in skin.
        _ = _board.Change("max_steps_per_s: 6000", "max_steps_per_s: 4000");
        Assert.Contains("does not reach that", Assert.Throws<BoardException>(() => _board.Open()).Message, StringComparison.Ordinal);
        _ = _board.Change("max_steps_per_s: 4000", "max_steps_per_s: 6000");
        _ = _board.Change("max_steps_per_s: 5000", "max_steps_per_s: 4999");
        _ = _board.Change("start_steps_per_s: 5000", "start_steps_per_s: 4999");
        Assert.Contains("needs 5000 steps/s", Assert.Throws<BoardException>(() => _board.Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_lines_on_one_pin_name_each_other()
    {
        // Aim: the message leads to both places.
        int second = _board.Change("cartridge: {pin: 26", "cartridge: {pin: 25");
        var refused = Assert.Throws<BoardException>(() => _board.Open());
        Assert.StartsWith($"{_board.File}:{second}: pin 25 is enable's already ({_board.File}:", refused.Message, StringComparison.Ordinal);
    }
}
