using System.Text;
using MesoPen.Host.Clinic;
using MesoPen.Tests.Walls;

namespace MesoPen.Tests;

public sealed class ProblemDocumentTests
{
    private const string Page = "docs/problems.md";

    // Aim: every problem type is documented with cause and remedy as the program gives it.
    [Fact]
    public void The_page_of_problems_is_that_of_the_catalogue()
    {
        StringBuilder page = new();
        page.Append("""
            # Problems

            Every request that is refused is answered with a problem after RFC 9457 (`application/problem+json`): `type` is one of those below and never
            changes its meaning, `title` is the same every time, `detail` says what happened here and what is allowed, `remedy` what to do, `trace_id`
            finds it in traces. A refused request changed nothing. This page is made from the program: `MESOPEN_WRITE_PROBLEMS=1` before the test
            `ProblemDocumentTests` writes it anew.

            | type | status | what | cause | remedy |
            | --- | --- | --- | --- | --- |

            """);
        foreach (ProblemType each in ProblemCatalogue.All.Values.OrderBy(type => type.Id, StringComparer.Ordinal))
        {
            page.Append($"| `urn:mesopen:problem:{each.Id}` | {each.Status} | {each.Title} | {each.Cause} | {each.Remedy} |\n");
        }

        string path = Path.Combine(Repository.Root, Page);
        if (Environment.GetEnvironmentVariable("MESOPEN_WRITE_PROBLEMS") == "1")
        {
            File.WriteAllText(path, page.ToString());
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == page.ToString(), $"{Page} is not that of the catalogue: run this test with MESOPEN_WRITE_PROBLEMS=1.");
    }

    // Aim: a type has an id that fits in a URI, a status of a refusal, and sentences.
    [Fact]
    public void Types_are_well_formed()
    {
        Assert.True(ProblemCatalogue.All.Count > 20);
        Assert.All(ProblemCatalogue.All.Values, type =>
        {
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", type.Id);
            Assert.InRange(type.Status, 400, 599);
            Assert.False(type.Title.EndsWith('.'));
            Assert.EndsWith(".", type.Cause, StringComparison.Ordinal);
            Assert.EndsWith(".", type.Remedy, StringComparison.Ordinal);
            Assert.DoesNotContain('|', type.Title + type.Cause + type.Remedy);
        });
    }
}
