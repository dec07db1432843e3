using System.Runtime.InteropServices;
using System.Text.Json;
using MesoPen.Tests.EndToEnd;
using MesoPen.Tests.Protocol;

namespace MesoPen.Tests;

/// <summary>The whole way of one treatment by the API alone, as docs/operating/full-path.sh goes it.</summary>
public sealed class FullPathTests
{
    // Aim: from an empty folder to a verified record with nothing but the programs and the API: site, people, patient, screening, consent, protocol, plan,
    // scanned lot, head, arming, and as many shots as the needle made.
    [Fact]
    public async Task The_documented_path_treats_a_patient_by_the_api_alone()
    {
        await using TreatmentRoom room = new();
        await room.StartGunAsync();
        IReadOnlyList<string> init = await room.RunHostAsync(
            0, "site", "init", "--data", room.Data, "--name", "Example clinic", "--administrator", "ada", "--json");
        string code = JsonElement.Parse(init[0]).GetProperty("one_time_password").GetString()!;
        RunningProgram serve = room.StartHost(
            "serve", "--data", room.Data, "--set", "Api:Urls=http://127.0.0.1:0", "--set", "Station:Device=" + room.Address);
        string served = await serve.LineAsync(" serves ");
        string url = served.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd('.', '/');

        RunningProgram path = room.Keep(RunningProgram.StartAny(
            "/bin/bash", RepositoryFile.PathOf("docs/operating/full-path.sh"), url, "ada", code, room.InFolder("answers")));
        Assert.True(await path.ExitAsync() == 0, path.Said() + serve.Said());

        Assert.Contains("shots 16", path.Lines);
        Assert.Equal(16, room.Truth.Strokes.Count);
        string head = path.Lines.Single(line => line.StartsWith("head ", StringComparison.Ordinal))["head ".Length..];
        serve.Signal(PosixSignal.SIGTERM);
        Assert.Equal(0, await serve.ExitAsync());
        await room.RunHostAsync(0, "records", "verify", "--data", room.Data, "--head", head);
    }
}
