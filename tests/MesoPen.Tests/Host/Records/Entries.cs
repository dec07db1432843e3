using System.Globalization;
using MesoPen.Host.Records;

namespace MesoPen.Tests.Host.Records;

/// <summary>Records for tests.</summary>
internal static class Entries
{
    public static RecordEntry One(int number, string session = "session-1", int padding = 0) => new(
        session, 1_936_000_000_000 + number, "decision",
        string.Create(CultureInfo.InvariantCulture, $"{{\"number\":{number},\"text\":\"{new string('x', padding)}\"}}"));

    public static RecordEntry[] Many(int first, int count, string session = "session-1", int padding = 0) =>
        [.. Enumerable.Range(first, count).Select(number => One(number, session, padding))];
}
