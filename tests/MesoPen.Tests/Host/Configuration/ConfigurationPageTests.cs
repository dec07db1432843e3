using System.Text;
using MesoPen.Host.Configuration;
using MesoPen.Tests.Walls;

namespace MesoPen.Tests.Host.Configuration;

public sealed class ConfigurationPageTests
{
    private const string Page = "docs/configuration.md";
    private const string Write = "MESOPEN_WRITE_CONFIGURATION";

    // Aim: the page lists what the program takes, no more and no less.
    [Fact]
    public void Page_lists_every_setting()
    {
        string text = Text();
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Page), text);
        }

        Assert.Equal(Repository.Read(Page), text);
    }

    private static string Text()
    {
        StringBuilder page = new();
        page.Append("# Configuration\n\n");
        page.Append("`mesopen serve` takes its settings from four layers; each goes before those above it in this list:\n\n");
        page.Append("1. the default\n2. `appsettings.json` in the folder it is started in, or the file named with `--config`\n");
        page.Append("3. environment variables that begin with `MESOPEN__`\n4. the command line: `--set KEY=VALUE`, and `--data DIR` for `Data`\n\n");
        page.Append("`mesopen config effective --explain` prints every setting with its value, where the value comes from and what it overrides. A setting\n");
        page.Append("that is not known, or a value that cannot be, is refused with exit code 2 before anything begins. Secrets are never shown.\n\n");
        page.Append("This page is written from the program (`" + Write + "=1`).\n\n| setting | environment | default | |\n| --- | --- | --- | --- |\n");
        foreach (Setting each in SettingsCatalogue.All)
        {
            string byDefault = each.Default is null ? each.Required ? "must be stated" : "none"
                : each.Default.StartsWith(AppContext.BaseDirectory, StringComparison.Ordinal) ? "beside the program" : $"`{each.Default}`";
            page.Append($"| `{each.Key}` | `{each.Variable}` | {byDefault} | {each.Description}{(each.Secret ? " Secret." : "")} |\n");
        }

        page.Append("\nIn a file the parts of a key are nested:\n\n```json\n{ \"Station\": { \"Id\": \"room-2\" }, \"Api\": { \"Urls\": \"http://127.0.0.1:5480\" } }\n```\n");
        return page.ToString();
    }
}
