namespace MesoPen.Tests.Safety;

/// <summary>How the tables of hazards and requirements are read.</summary>
public sealed class SafetyPagesTests
{
    private const string Row = "| HZ-01 | Too deep | Slip | Vessel | S4 | Refused | SR-001 SR-002 |";

    [Fact]
    public void Hazards_are_the_rows_with_an_id_and_not_those_that_nothing_mitigates()
    {
        // Aim: heads of tables and prose are passed over; what stands under the last heading does not count.
        string page = $"""
            # Hazards
            ## Operational
            | id | hazard | cause | harm | severity | mitigation | requirements |
            | --- | --- | --- | --- | --- | --- | --- |
            {Row}
            | HZ-102 | Too much | Slip | Necrosis | S3 | None | |
            ## {SafetyPages.NotMitigated}
            | HZ-03 | Wrong patient | Slip | All | S4 | None | SR-003 |
            | NM-01 | Wrong patient | S4 | Nothing |
            """;
        Assert.Collection(
            SafetyPages.Hazards(page),
            row =>
            {
                Assert.Equal(("HZ-01", "Too deep", "S4"), (row.Id, row.Hazard, row.Severity));
                Assert.Equal(["SR-001", "SR-002"], row.Requirements);
            },
            row => Assert.Equal(("HZ-102", 0), (row.Id, row.Requirements.Count)));
    }

    [Fact]
    public void Requirements_stand_under_their_group()
    {
        // Aim: id, group and sentence.
        RequirementRow row = Assert.Single(SafetyPages.Requirements("## Stop\n| SR-060 | It stops. | 20 ms |"));
        Assert.Equal(new RequirementRow("SR-060", "Stop", "It stops."), row);
    }

    [Theory]
    [InlineData("| HZ-01 | Too deep | Slip | Vessel | S5 | Refused | SR-001 |", "\"S5\"")]
    [InlineData("| HZ-1 | Too deep | Slip | Vessel | S4 | Refused | SR-001 |", "\"HZ-1\"")]
    [InlineData("| HZ-01 | Too deep | Slip | Vessel | S4 | Refused | SR-01 |", "\"SR-01\"")]
    [InlineData("| HZ-01 | Too deep | Slip | Vessel | S4 | Refused | and more |", "\"and\"")]
    [InlineData("| HZ-01 | Too deep | Slip | Vessel | S4 | SR-001 |", "a row of 7 cells")]
    [InlineData("| HZ-01 |  | Slip | Vessel | S4 | Refused | SR-001 |", "a row of 7 cells")]
    [InlineData("| HZ-01 | Too deep | Slip | Vessel | S4 | Refused | SR-001", "a row of 7 cells")]
    public void Row_that_cannot_be_read_is_named_by_its_line(string row, string what)
    {
        // Aim: a row with a slip is not passed over in silence.
        string told = Assert.Throws<FormatException>(() => SafetyPages.Hazards("\n" + row)).Message;
        Assert.StartsWith("Line 2: ", told, StringComparison.Ordinal);
        Assert.Contains(what, told, StringComparison.Ordinal);
    }
}
