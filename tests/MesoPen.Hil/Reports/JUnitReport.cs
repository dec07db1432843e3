using System.Globalization;
using System.Text;
using System.Xml;

namespace MesoPen.Hil;

/// <summary>JUnit XML in the common form (no schema is official): a suite a scenario, a case a seed and level, with properties.</summary>
internal static class JUnitReport
{
    public static void Write(string path, IReadOnlyList<ScenarioRun> runs)
    {
        using XmlWriter xml = XmlWriter.Create(path, new XmlWriterSettings { Indent = true, CheckCharacters = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) });
        xml.WriteStartElement("testsuites");
        Counts(xml, "mesopen-hil", runs);
        foreach (IGrouping<string, ScenarioRun> suite in runs.GroupBy(run => run.Scenario.Id))
        {
            xml.WriteStartElement("testsuite");
            Counts(xml, suite.Key, [.. suite]);
            foreach (ScenarioRun run in suite)
            {
                Case(xml, run);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, string name, IReadOnlyList<ScenarioRun> runs)
    {
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("tests", Shown(runs.Count));
        xml.WriteAttributeString("failures", Shown(runs.Count(run => !run.Passed)));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", "0");
        xml.WriteAttributeString("time", Seconds(runs.Sum(run => run.Took.TotalSeconds)));
    }

    private static void Case(XmlWriter xml, ScenarioRun run)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", run.Scenario.Id);
        xml.WriteAttributeString("name", $"{run.Scenario.Title} [{RunReport.Word(run.Level)}, seed {Shown(run.Seed)}]");
        xml.WriteAttributeString("file", run.Scenario.Path);
        xml.WriteAttributeString("time", Seconds(run.Took.TotalSeconds));
        xml.WriteStartElement("properties");
        foreach (string requirement in run.Scenario.Requirements)
        {
            Property(xml, "requirement", requirement);
        }

        foreach (string hazard in run.Scenario.Hazards)
        {
            Property(xml, "hazard", hazard);
        }

        Property(xml, "seed", Shown(run.Seed));
        Property(xml, "level", RunReport.Word(run.Level));
        Property(xml, "simulated_ms", Shown(run.SimulatedMs));
        if (run.Level == RunLevel.Virtual)
        {
            Property(xml, "trace", run.Trace.ToString("x16", CultureInfo.InvariantCulture));
        }

        xml.WriteEndElement();
        if (run.Failure is { } failure)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", failure.Kind);
            xml.WriteAttributeString("message", Printable(failure.Sentence));
            xml.WriteString(Printable(RunReport.Of(run)));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Property(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
    }

    // XML 1.0 cannot hold every character, escaped or not.
    private static string Printable(string text) => string.Concat(text.Select(c => XmlConvert.IsXmlChar(c) ? c : '?'));

    private static string Shown(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);
}
