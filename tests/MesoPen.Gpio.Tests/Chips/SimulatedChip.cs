using System.Globalization;

namespace MesoPen.Gpio.Tests.Chips;

/// <summary>A chip of the kernel's gpio-sim module: lines that are pulled and looked at from the other side, by sysfs.</summary>
internal sealed class SimulatedChip : IDisposable
{
    private const string Root = "/sys/kernel/config/gpio-sim";

    private readonly string _folder;
    private readonly string _lines;

    internal SimulatedChip(string label, int lines, IReadOnlyDictionary<int, string>? hogs = null)
    {
        _folder = Path.Combine(Root, label);
        string bank = Directory.CreateDirectory(Path.Combine(_folder, "bank0")).FullName;
        Put(Path.Combine(bank, "num_lines"), lines.ToString(CultureInfo.InvariantCulture));
        Put(Path.Combine(bank, "label"), label);
        foreach ((int line, string owner) in hogs ?? new Dictionary<int, string>())
        {
            string hog = Directory.CreateDirectory(Path.Combine(bank, $"line{line}", "hog")).FullName;
            Put(Path.Combine(hog, "name"), owner);
            Put(Path.Combine(hog, "direction"), "output-low");
        }

        Put(Path.Combine(_folder, "live"), "1");
        Name = File.ReadAllText(Path.Combine(bank, "chip_name")).Trim();
        Number = int.Parse(Name["gpiochip".Length..], CultureInfo.InvariantCulture);
        _lines = Path.Combine("/sys/devices/platform", File.ReadAllText(Path.Combine(_folder, "dev_name")).Trim(), Name);
    }

    /// <summary>Its name under /dev.</summary>
    internal string Name { get; }

    /// <summary>N of /dev/gpiochipN.</summary>
    internal int Number { get; }

    /// <summary>What is on a line, whoever put it there.</summary>
    internal bool Value(int line) => File.ReadAllText(ValuePath(line)).Trim() == "1";

    /// <summary>The file that says so.</summary>
    internal string ValuePath(int line) => Path.Combine(_lines, $"sim_gpio{line}", "value");

    /// <summary>Pulls a line up or down from outside.</summary>
    internal void Pull(int line, bool up) => Put(Path.Combine(_lines, $"sim_gpio{line}", "pull"), up ? "pull-up" : "pull-down");

    public void Dispose()
    {
        Put(Path.Combine(_folder, "live"), "0");
        foreach (string hog in Directory.GetDirectories(Path.Combine(_folder, "bank0"), "line*"))
        {
            Directory.Delete(Path.Combine(hog, "hog"));
            Directory.Delete(hog);
        }

        Directory.Delete(Path.Combine(_folder, "bank0"));
        Directory.Delete(_folder);
    }

    private static void Put(string file, string text) => File.WriteAllText(file, text);
}
