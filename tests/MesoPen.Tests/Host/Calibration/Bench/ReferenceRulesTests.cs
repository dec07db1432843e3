using MesoPen.Host.Calibration;
using MesoPen.Host.Clinic;

namespace MesoPen.Tests;

public sealed class ReferenceRulesTests
{
    private static readonly DateOnly s_today = new(2031, 5, 6);
    private static readonly ReferenceInstrument s_right = ModelRun.References[0] with { DueDay = s_today.AddYears(10) };

    /// <summary>Aim: an instrument that shows endless digits or weighs without uncertainty, a figure that nothing has, or a day that is a slip of the hand, is refused.</summary>
    [Fact]
    public void What_no_certificate_says_is_refused()
    {
        Assert.Null(Save(s_right));
        Assert.Null(Save(s_right with { Resolution = 1, Expanded = 1, DriftPerYear = 0, DueDay = s_today.AddYears(-1) }));
        Assert.Null(Save(s_right with { Resolution = ReadingBounds.Most, Expanded = ReadingBounds.Most, DriftPerYear = ReadingBounds.Most }));
        foreach (long figure in (long[])[0, -1, ReadingBounds.Most + 1, long.MaxValue, long.MinValue])
        {
            Assert.StartsWith("resolution and expanded", Save(s_right with { Resolution = figure }), StringComparison.Ordinal);
            Assert.StartsWith("resolution and expanded", Save(s_right with { Expanded = figure }), StringComparison.Ordinal);
            Assert.Equal(figure == 0, Save(s_right with { DriftPerYear = figure }) is null);
        }

        Assert.StartsWith("due_day", Save(s_right with { DueDay = s_right.DueDay.AddDays(1) }), StringComparison.Ordinal);
        Assert.StartsWith("due_day", Save(s_right with { DueDay = DateOnly.MaxValue }), StringComparison.Ordinal);
    }

    private static string? Save(ReferenceInstrument asked) => ReferenceRules.Save(
        ClinicState.Empty, asked, ModelRun.Engineer with { Now = new DateTimeOffset(s_today, default, TimeSpan.Zero) }).Problem?.Detail;
}
