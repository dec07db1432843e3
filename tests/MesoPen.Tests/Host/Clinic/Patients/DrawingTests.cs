using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.Patients.Consents;

namespace MesoPen.Tests;

public sealed partial class DrawingTests
{
    // Aim: a drawn signature is taken, and what is shown of it is lines and nothing else.
    [Fact]
    public void Signature_is_taken_and_shown_as_lines()
    {
        Assert.Null(PatientBench.Drawing.Wrong());
        Assert.Matches(OnlyLines(), PatientBench.Drawing.SvgPath());
        Assert.StartsWith("M50 100L100 50", PatientBench.Drawing.SvgPath(), StringComparison.Ordinal);
    }

    // Aim: what is no signature, or too large to be one, is refused.
    [Fact]
    public void What_is_no_signature_is_refused()
    {
        Drawing good = PatientBench.Drawing;
        Drawing[] bad =
        [
            good with { Width = 0 },
            good with { Height = 5000 },
            good with { Strokes = [] },
            good with { Strokes = default },
            good with { Strokes = [default] },
            good with { Strokes = [[1, 2, 3]] },
            good with { Strokes = [[50, 100]] },
            good with { Strokes = [[.. Enumerable.Repeat(50, 40)]] },
            good with { Strokes = good.Strokes.Add([601, 10]) },
            good with { Strokes = good.Strokes.Add([10, -1]) },
            good with { Strokes = [.. Enumerable.Repeat(ImmutableArray.Create(1, 1, 300, 100), 201)] },
            good with { Strokes = [[.. Enumerable.Range(0, 10_002).Select(each => each % 200)]] },
        ];
        Assert.All(bad, drawing => Assert.NotNull(drawing.Wrong()));
    }

    // Aim: script, markup or a path as text cannot even be read as a drawing.
    [Theory]
    [InlineData("""{"width":600,"height":200,"strokes":[["M1 1","<script>"]]}""")]
    [InlineData("""{"width":600,"height":200,"strokes":"M0 0L1 1"}""")]
    [InlineData("""{"width":600,"height":200,"strokes":[[1.5,2]]}""")]
    [InlineData("""{"width":600,"height":200,"strokes":null}""")]
    [InlineData("""{"width":600,"height":200,"strokes":[],"onload":"x"}""")]
    public void What_is_not_numbers_is_not_read(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Drawing>(json, ClinicJson.Options));

    [GeneratedRegex("^([ML][0-9]+ [0-9]+)+$")]
    private static partial Regex OnlyLines();
}
