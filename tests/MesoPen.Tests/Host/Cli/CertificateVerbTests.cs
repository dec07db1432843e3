using System.Text.Json.Nodes;
using MesoPen.Host.Calibration;
using MesoPen.Host.Cli;
using MesoPen.Host.Clinic;
using MesoPen.Host.Clinic.People;
using MesoPen.Host.Records;

namespace MesoPen.Tests.Host.Cli;

public sealed class CertificateVerbTests : IDisposable
{
    private const string Password = "four quiet grey herons";

    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private string Data => _folder.File("clinic");

    public void Dispose() => _folder.Dispose();

    // Aim: what was issued is listed and shown, in words and as JSON, with how it stands.
    [Fact]
    public async Task Certificates_are_listed_and_shown()
    {
        await IssueAsync();
        Assert.Equal(ExitCode.Completed, await RunAsync("certificate", "list", "--data", Data));
        Assert.Contains("C-2031-0001  gun-5   MG-0042  volume  2031-05-06  2032-05-06    in-force", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Completed, await RunAsync("certificate", "list", "--data", Data, "--json"));
        Assert.Equal("in-force", (string?)Lines()[^1]["standing"]);
        Assert.Equal(ExitCode.Completed, await RunAsync("certificate", "show", "C-2031-0001", "--data", Data));
        Assert.Contains("authorised by S. Second, measured by E. Ünal", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("SIMULATED DEVICE", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Completed, await RunAsync("certificate", "show", "C-2031-0001", "--data", Data, "--json"));
        Assert.Equal("mesopen-calibration-certificate-1", (string?)Lines()[^1]["document"]!["certificate"]!["form"]);
        Assert.Equal(ExitCode.BadInput, await RunAsync("certificate", "show", "C-2031-0009", "--data", Data));
        Assert.Contains("certificate list", _error.ToString(), StringComparison.Ordinal);
    }

    // Aim: each form that is taken out is right when it is checked with nothing but itself; a changed digit ends with 3, what is no certificate with 2.
    [Fact]
    public async Task Forms_are_taken_out_and_checked_offline()
    {
        await IssueAsync();
        foreach (string form in CertificateForms.All.Keys)
        {
            Assert.Equal(ExitCode.Completed, await RunAsync("certificate", "export", "C-2031-0001", "--data", Data, "--form", form, "--out", _folder.File("c." + form)));
        }

        Assert.Equal(ExitCode.BadInput, await RunAsync("certificate", "export", "C-2031-0001", "--data", Data, "--out", _folder.File("c.html")));
        foreach (string form in (string[])["html", "json", "dcc"])
        {
            Assert.Equal(ExitCode.Completed, await RunAsync("certificate", "verify", _folder.File("c." + form)));
            string text = await File.ReadAllTextAsync(_folder.File("c." + form));
            int digit = text.LastIndexOf("2031", StringComparison.Ordinal);
            await File.WriteAllTextAsync(_folder.File("changed"), text[..digit] + "2032" + text[(digit + 4)..]);
            Assert.Equal(form == "dcc" ? ExitCode.BadInput : ExitCode.Refused, await RunAsync("certificate", "verify", _folder.File(form == "dcc" ? "c.csv" : "changed")));
        }

        Assert.Equal(ExitCode.Completed, await RunAsync("certificate", "verify", _folder.File("c.json"), _folder.File("c.csv"), _folder.File("c.fhir"), "--data", Data, "--json"));
        Assert.True((bool)Lines()[^1]["ok"]!);
        Assert.Equal(ExitCode.Refused, await RunAsync("certificate", "verify", _folder.File("c.json"), "--key", new string('0', 64)));
        Assert.Equal(ExitCode.BadInput, await RunAsync("certificate", "verify", _folder.File("c.json"), "--key", "0"));
        Assert.Equal(ExitCode.BadInput, await RunAsync("certificate", "verify", _folder.File("nowhere")));
    }

    // Aim: revoking takes the signer's own password; a wrong one counts towards the lock; a revoked certificate is listed and verified as such.
    [Fact]
    public async Task Certificate_is_revoked_with_a_password()
    {
        await IssueAsync();
        await RunAsync("certificate", "export", "C-2031-0001", "--data", Data, "--out", _folder.File("c.html"));
        string[] revoke = ["certificate", "revoke", "C-2031-0001", "--person", "eng", "--reason", "Wrong balance", "--data", Data];
        Assert.Equal(ExitCode.BadInput, await RunAsync("not the password", revoke));
        Assert.EndsWith("The password is not that of eng." + Environment.NewLine, _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Completed, await RunAsync(Password, revoke));
        Assert.Contains("C-2031-0001 is revoked.", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, await RunAsync(Password, [.. revoke, "--json"]));
        Assert.Equal("certificate-revoked-before", (string?)Lines()[^1]["problem"]);
        Assert.Equal(ExitCode.Refused, await RunAsync("certificate", "verify", _folder.File("c.html"), "--data", Data));
        Assert.Contains("It was revoked on", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Completed, await RunAsync("certificate", "verify", _folder.File("c.html")));
    }

    // Aim: a signature that is refused says why: a one-time password, told only to who has it; a lock, in which nothing tells whether the password was right.
    [Fact]
    public async Task Refused_signature_says_why()
    {
        await IssueAsync();
        await using (SqliteSiteJournal journal = SqliteSiteJournal.Open(Data))
        {
            ClinicEvent oneTime = new PasswordSet("ada", "eng", Passwords.Hash(Password), DateTimeOffset.MaxValue);
            await journal.AppendAsync([ClinicEventCodec.Encode(oneTime, CertificateScene.Now)], null, default);
        }

        string[] revoke = ["certificate", "revoke", "C-2031-0001", "--person", "eng", "--reason", "Wrong balance", "--data", Data];
        Assert.Equal(ExitCode.BadInput, await RunAsync(Password, revoke));
        Assert.Contains("This password is a one-time one", _error.ToString(), StringComparison.Ordinal);
        string last = "";
        for (int tries = 0; tries < 20 && !last.Contains("locked until", StringComparison.Ordinal); tries++)
        {
            Assert.Equal(ExitCode.BadInput, await RunAsync("not the password", revoke));
            last = _error.ToString().TrimEnd().Split('\n')[^1];
            Assert.DoesNotContain("one-time", last, StringComparison.Ordinal);
        }

        Assert.Contains("The account is locked until", last, StringComparison.Ordinal);
        await RunAsync(Password, revoke);
        Assert.Equal(last, _error.ToString().TrimEnd().Split('\n')[^1]);
    }

    // Aim: every verb shows an example of its own.
    [Theory]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("export")]
    [InlineData("verify")]
    [InlineData("revoke")]
    public async Task Help_shows_an_example(string verb)
    {
        Assert.Equal(ExitCode.Completed, await RunAsync("certificate", verb, "--help"));
        Assert.Contains("mesopen certificate " + verb, _output.ToString(), StringComparison.Ordinal);
    }

    private async Task IssueAsync()
    {
        using CertificateScene scene = new();
        scene.Fold(new PasswordSet("eng", "eng", Passwords.Hash(Password), null));
        CalibrationData data = SampleCalibration.Small();
        Decision decision = scene.Decide(data);
        await using SqliteSiteJournal journal = SqliteSiteJournal.Open(Data);
        await journal.AppendAsync([.. scene.Events.Concat(decision.Events).Select(each => ClinicEventCodec.Encode(each, CertificateScene.Now))], null, default);
    }

    private JsonNode[] Lines() => [.. _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith('{')).Select(line => JsonNode.Parse(line)!)];

    private Task<int> RunAsync(params string[] args) => RunAsync("", args);

    private Task<int> RunAsync(string typed, string[] args) => CommandLine.RunAsync(
        args, new CliContext(_output, _error, TimeProvider.System) { Input = new StringReader(typed) }, (_, _) => throw new InvalidOperationException("Nothing is treated here."));
}
