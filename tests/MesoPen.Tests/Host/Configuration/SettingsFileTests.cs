using MesoPen.Host.Configuration;
using MesoPen.Host.Input;

namespace MesoPen.Tests.Host.Configuration;

public sealed class SettingsFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Write(string text)
    {
        string file = _folder.File("settings.json");
        File.WriteAllText(file, text);
        return file;
    }

    // Aim: each layer goes before those earlier, and every setting says which one it comes from and what was overridden.
    [Fact]
    public void Layers_later_one_wins_and_says_so()
    {
        string file = Write("""{ "Api": { "Urls": "http://127.0.0.1:1" }, "Station": { "Id": "of-file" }, "Log": { "Level": "Error" } }""");
        SettingsFile settings = SettingsFile.Load(
            file, [new("MESOPEN__API__URLS", "http://127.0.0.1:2"), new("MESOPEN__STATION__ID", "of-environment"), new("PATH", "x")],
            ["api:urls=http://127.0.0.1:3", "Data=clinic"]);

        EffectiveSetting Of(string key) => settings.All.Single(each => each.Setting.Key == key);
        Assert.Equal(("http://127.0.0.1:3", "command line"), (Of(SettingsCatalogue.Urls).Value, Of(SettingsCatalogue.Urls).Layer));
        Assert.Equal(["environment, MESOPEN__API__URLS", file, "default"], Of(SettingsCatalogue.Urls).Overridden);
        Assert.Equal(("of-environment", "environment, MESOPEN__STATION__ID"), (Of(SettingsCatalogue.Station).Value, Of(SettingsCatalogue.Station).Layer));
        Assert.Equal(("Error", file), (Of(SettingsCatalogue.LogLevel).Value, Of(SettingsCatalogue.LogLevel).Layer));
        Assert.Equal(("true", "default"), (Of(SettingsCatalogue.Prometheus).Value, Of(SettingsCatalogue.Prometheus).Layer));
    }

    // Aim: what is not known or cannot be is refused with one sentence that names layer, key and what is allowed.
    [Theory]
    [InlineData("Api:Url=http://127.0.0.1:1", "There is no setting \"Api:Url\": did you mean Api:Urls?")]
    [InlineData("Station:Id=a b", "Station:Id takes 1 to 32 letters")]
    [InlineData("Api:Urls=ftp://x", "Api:Urls takes addresses that begin with http:// or https://")]
    [InlineData("Telemetry:Prometheus=yes", "Telemetry:Prometheus takes true or false")]
    [InlineData("Health:CalibrationWarningDays=-1", "Health:CalibrationWarningDays takes a number of days")]
    [InlineData("Log:Level=3", "Log:Level takes Trace")]
    [InlineData("Files:Zones=nowhere.yaml", "Files:Zones names the file nowhere.yaml, which does not exist")]
    [InlineData("=1", "--set takes KEY=VALUE")]
    public void A_value_that_cannot_be_is_refused(string stated, string sentence)
    {
        InputException refused = Assert.Throws<InputException>(() => SettingsFile.Load(null, [], ["Data=clinic", stated]));
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.Contains("command line", refused.Message, StringComparison.Ordinal);
    }

    // Aim: what must be stated and is not is refused, with the three ways to state it.
    [Fact]
    public void A_required_setting_that_is_missing_is_refused()
    {
        InputException refused = Assert.Throws<InputException>(() => SettingsFile.Load(null, [], []));
        Assert.Contains("MESOPEN__DATA", refused.Message, StringComparison.Ordinal);
    }

    // Aim: a file that is no JSON is refused with its name; nothing of it counts.
    [Theory]
    [InlineData("{ \"Api\": ")]
    [InlineData("[1]")]
    public void A_file_that_is_no_settings_is_refused(string text)
    {
        string file = Write(text);
        InputException refused = Assert.Throws<InputException>(() => SettingsFile.Load(file, [], ["Data=clinic"]));
        Assert.Contains("settings.json", refused.Message, StringComparison.Ordinal);
    }

    // Aim: a secret is never shown, whatever layer it comes from.
    [Fact]
    public void A_secret_is_not_shown()
    {
        SettingsFile settings = SettingsFile.Load(null, [new("MESOPEN__STORE__DATABASE", "Host=x;Password=canary")], ["Data=clinic"]);
        Assert.DoesNotContain(settings.All, each => each.Shown.Contains("canary", StringComparison.Ordinal));
    }
}
