using System.Runtime.InteropServices;
using MesoPen.Tests.EndToEnd;

namespace MesoPen.Tests.Hil;

/// <summary>A pipeline that is cancelled leaves nothing behind.</summary>
public sealed class PtyInterruptTests
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task Run_that_is_told_to_end_takes_its_processes_and_folders_with_it()
    {
        // Aim: SIGTERM in the middle of a treatment; the gun, which would run for ever, and the host are gone, and so is their folder.
        string folder = Directory.CreateTempSubdirectory("mesopen-interrupt-").FullName;
        try
        {
            string scenario = Path.Combine(folder, "tried.yaml");
            await File.WriteAllTextAsync(scenario, PtyScenario.Text("rig: {operator: \"off\"}"), TestContext.Current.CancellationToken);
            await using RunningProgram hil = RunningProgram.StartAny(
                "/usr/bin/env", "TMPDIR=" + folder, Path.Combine(AppContext.BaseDirectory, "mesopen-hil"), "run", scenario, "--level", "pty");
            for (int i = 0; Processes(folder).Count < 2; i++)
            {
                Assert.True(i < RunningProgram.Patience / Look, hil.Said());
                Assert.False(await hil.EndsWithinAsync(Look), hil.Said());
            }

            hil.Signal(PosixSignal.SIGTERM);

            Assert.Equal(128 + 15, await hil.ExitAsync());
            Assert.Empty(Directory.EnumerateDirectories(folder, "mesopen-hil-*"));
            Assert.Empty(Processes(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Guns and hosts whose command line names a folder.</summary>
    private static List<string> Processes(string folder) =>
        [.. Directory.EnumerateDirectories("/proc").Select(CommandLine).Where(line => line.Contains(folder + "/mesopen-hil-", StringComparison.Ordinal))];

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
