namespace MesoPen.Gpio;

/// <summary>
/// Reads a board. Nothing is asked of any chip here: what the file alone makes impossible is refused before a line is touched.
/// </summary>
internal static class BoardReader
{
    // What a board may be without, if its file says so: no reading is made up silently.
    private static readonly string[] MayBeAbsent = ["pressure", "temperature", "battery"];

    /// <summary>Reads a board and the profile that it names.</summary>
    /// <exception cref="BoardException">The board cannot be used.</exception>
    internal static Board Open(string file)
    {
        BoardSection y = BoardSection.Open(file);
        _ = y.Int("board", 1, 1);
        string id = y.Text("id");
        string title = y.Text("title");
        string profile = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, y.Text("profile"));
        ChipKind[] chips = [.. y.Texts("chips").Select(label => ChipKind.Of(label)
            ?? throw y.Fail("chips", $"the chip '{label}' is not known; known: {string.Join(", ", ChipKind.All.Select(kind => kind.Label))}"))];
        if (chips.Length == 0)
        {
            throw y.Fail("chips", "chips must name at least one");
        }

        var lines = Lines(y.Section("lines"), chips);
        BoardSection needle = y.Section("needle");
        int homeSwitchUm = needle.Int("home_switch_um", 0, 500);
        AxisMechanics needleAxis = Axis(needle, "nm_per_step", 20_000, "out");
        AxisMechanics plungerAxis = Axis(y.Section("plunger"), null, 1, "forward");
        int wakeUs = y.Int("wake_us", 0, 100_000);
        RequireAbsences(y);
        y.Done();
        (Firmware.DeviceConfiguration device, int retractMsMax) = ProfileCaps.Read(profile);
        if ((long)device.NeedleOutUmPerS * 1000 > (long)needleAxis.MaxStepsPerS * needleAxis.NmPerStep)
        {
            throw y.Fail("needle", $"the needle of {device.Model} goes out at {device.NeedleOutUmPerS} µm/s, and this drive does not reach that");
        }

        if (device.FlowNlPerS * device.PlungerStepsPerMl / 1_000_000 > plungerAxis.MaxStepsPerS)
        {
            throw y.Fail("plunger", $"the flow of {device.Model} needs {device.FlowNlPerS * device.PlungerStepsPerMl / 1_000_000} steps/s, and this drive does not reach that");
        }

        return new Board
        {
            Id = id, Title = title, Chips = chips, ChipsPlace = y.Place("chips"), Lines = lines, Needle = needleAxis, HomeSwitchUm = homeSwitchUm,
            Plunger = plungerAxis, WakeUs = wakeUs, Device = device, RetractMsMax = retractMsMax,
        };
    }

    private static AxisMechanics Axis(BoardSection y, string? travel, int travelMax, string forward)
    {
        int start = y.Int("start_steps_per_s", 1, 50_000);
        var axis = new AxisMechanics(
            travel is null ? 1 : y.Int(travel, 1, travelMax), start, y.Int("max_steps_per_s", start, 50_000),
            y.Int("acceleration_steps_per_s2", 1, 100_000_000), y.OneOf($"{forward}_is", "high", "low") == "high");
        y.Done();
        return axis;
    }

    private static Dictionary<string, BoardLine> Lines(BoardSection y, ChipKind[] chips)
    {
        Dictionary<string, BoardLine> lines = [];
        foreach (LineRole role in LineRole.All)
        {
            if (role.IsNeeded || y.Has(role.Name))
            {
                BoardLine line = Line(y, role);
                if (lines.Values.FirstOrDefault(other => other.Pin == line.Pin) is { } taken)
                {
                    throw y.Fail(role.Name, $"pin {line.Pin} is {taken.Role}'s already ({taken.Place})");
                }

                foreach (ChipKind chip in chips)
                {
                    Check(y, line, chip);
                }

                lines.Add(role.Name, line);
            }
        }

        y.Done();
        return lines;
    }

    private static BoardLine Line(BoardSection y, LineRole role)
    {
        BoardSection line = y.Section(role.Name);
        var read = new BoardLine(
            role.Name, line.Int("pin", 0, 1023), line.OneOf("active", "high", "low") == "high",
            role.IsOutput ? "none" : line.OneOf("pull", "up", "down", "none"), role.IsOutput, y.Place(role.Name));
        line.Done();
        return read;
    }

    private static void Check(BoardSection y, BoardLine line, ChipKind chip)
    {
        if (line.Pin < chip.First || line.Pin > chip.Last)
        {
            throw y.Fail(line.Role, $"{chip.Label} has no pin {line.Pin} on its header, only {chip.First} to {chip.Last}");
        }

        if (!line.IsOutput)
        {
            return;
        }

        if (chip.Strapping.TryGetValue(line.Pin, out string? why))
        {
            throw y.Fail(line.Role, $"{line.Role} is an output and pin {line.Pin} of {chip.Label} is a strapping pin: {why}");
        }

        bool pulledUp = line.Pin <= chip.LastPulledUp;
        if (line.Role == LineRole.Enable && pulledUp == line.ActiveHigh)
        {
            throw y.Fail(
                line.Role,
                $"pin {line.Pin} of {chip.Label} is pulled {(pulledUp ? "up" : "down")} until a program takes it, which would enable the drives; choose a pin "
                + $"{(pulledUp ? $"above {chip.LastPulledUp}" : $"up to {chip.LastPulledUp}")} for it");
        }
    }

    private static void RequireAbsences(BoardSection y)
    {
        IReadOnlyList<string> absent = y.Texts("absent");
        foreach (string name in absent)
        {
            if (!MayBeAbsent.Contains(name))
            {
                throw y.Fail("absent", $"a board cannot be without '{name}'; it can be without {string.Join(", ", MayBeAbsent)}");
            }
        }

        foreach (string name in MayBeAbsent.Except(absent))
        {
            throw y.Fail("absent", $"no sensor for {name} is supported yet: the file must say that it is absent");
        }
    }
}
