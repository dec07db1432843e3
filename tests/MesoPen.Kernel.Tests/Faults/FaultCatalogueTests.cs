using System.Text.RegularExpressions;

namespace MesoPen.Kernel.Tests.Faults;

public sealed class FaultCatalogueTests
{
    [Fact]
    [Trait("Requirement", "SR-131")]
    public void Every_fault_of_the_protocol_has_a_sentence_and_a_remedy()
    {
        // Aim: the table of hardware/protocol.md, section 6, and the catalogue hold the same numbers below 100.
        string page = File.ReadAllText(Path.Combine(Sources.Root, "hardware", "protocol.md"));
        string section = page[page.IndexOf("## 6. Faults", StringComparison.Ordinal)..];
        IEnumerable<int> numbers = Regex.Matches(section, @"^\| (\d+) \|", RegexOptions.Multiline)
            .Select(match => int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(numbers, FaultCatalogue.All.Select(fault => fault.Number).Where(number => number < 100));
        Assert.All(FaultCatalogue.All, fault =>
        {
            Assert.Matches(@"^[A-Z].{8,}\.$", fault.Sentence);
            Assert.Matches(@"^[A-Z].{8,}\.$", fault.Remedy);
        });
        Assert.Equal(FaultCatalogue.All.Count, FaultCatalogue.All.Select(fault => fault.Number).Distinct().Count());
    }

    [Fact]
    [Trait("Requirement", "SR-131")]
    public void Unknown_number_is_told_as_such()
    {
        // Aim: a newer device's fault stops the treatment too, and says what it is.
        Fault fault = FaultCatalogue.Find(77);
        Assert.Equal(77, fault.Number);
        Assert.Contains("77", fault.Sentence, StringComparison.Ordinal);
        Assert.False(fault.IsStop || fault.IsHosts);
    }

    [Fact]
    public void Stops_are_stops_and_hosts_faults_are_the_hosts()
    {
        // Aim: which numbers lead to EmergencyStopped, and which stop the device too.
        Assert.Equal([1, 2], FaultCatalogue.All.Where(fault => fault.IsStop).Select(fault => fault.Number));
        Assert.Equal([201, 202, 203, 204, 205], FaultCatalogue.All.Where(fault => fault.IsHosts).Select(fault => fault.Number));
    }
}
