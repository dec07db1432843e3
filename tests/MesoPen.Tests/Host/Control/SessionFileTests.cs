using MesoPen.Host.Control;
using MesoPen.Host.Input;
using MesoPen.Host.Records;
using MesoPen.Kernel;
using MesoPen.Tests.Host.Input;

namespace MesoPen.Tests.Host.Control;

public sealed class SessionFileTests : IDisposable
{
    private readonly InputFolder _input = new();
    private readonly TempFolder _data = new();

    public void Dispose()
    {
        _input.Dispose();
        _data.Dispose();
    }

    [Fact]
    public void Session_is_resumed_with_the_files_that_it_began_with()
    {
        // Aim: the counterpart of the refusals below.
        SessionFile begun = Open(resume: false);
        SessionFile resumed = Open(resume: true);
        Assert.Equal((begun.Id, true), (resumed.Id, resumed.Resumed));
    }

    [Theory]
    [InlineData("zones.yaml", "volume_max_nl: {value: 500000", "volume_max_nl: {value: 900000", "zone catalogue")]
    [InlineData("pen.yaml", "dose_permille: 20", "dose_permille: 900", "device profile")]
    [InlineData("plan.yaml", "points: 10", "points: 20", "plan")]
    [Trait("Requirement", "SR-097")]
    public void Session_is_not_resumed_under_other_limits(string file, string was, string becomes, string what)
    {
        // Aim: a limit is not circumvented by a weaker file in mid-session.
        Open(resume: false);
        string path = Path.Combine(_input.Folder, file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(was, becomes, StringComparison.Ordinal));
        InputException refused = Assert.Throws<InputException>(() => Open(resume: true));
        Assert.Equal(path, refused.File);
        Assert.StartsWith($"The {what} was changed since session ", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "SR-097")]
    public void Session_is_not_resumed_before_another_whose_shots_are_open()
    {
        // Aim: the device's journal holds shots of the other session; read by this one they would be counted to the wrong patient.
        Open(resume: false);
        InputFolder other = new(InputFolder.Plan.Replace("id: test", "id: other", StringComparison.Ordinal));
        using (other)
        {
            SessionFile left = Open(other, resume: false);
            Permit permit = new(1, 7, 1, ShotTrigger.Single, new Depth(900), new Volume(20_000), 13, new Volume(260_000), 200, 250);
            SessionRecordCodec codec = new(null);
            using (SqliteJournal journal = SqliteJournal.Open(_data.Path))
            {
                journal.Append([
                    codec.Encode(left.Id, 1, new SessionRecord.Baseline("S-1", 7, 10, new Volume(200_000), 11)),
                    codec.Encode(left.Id, 2, new SessionRecord.PermitIntended(permit)),
                ]);
            }

            InputException refused = Assert.Throws<InputException>(() => Open(resume: true));
            Assert.Contains($"Session {left.Id} of the plan other has shots that are not settled", refused.Sentence, StringComparison.Ordinal);
            Assert.Equal(left.Id, Open(other, resume: true).Id);
        }
    }

    private SessionFile Open(bool resume) => Open(_input, resume);

    private SessionFile Open(InputFolder input, bool resume)
    {
        TreatOptions options = new()
        {
            Plan = input.PlanPath, Device = "/dev/none", Data = _data.Path, Zones = input.ZonesPath, Profiles = input.Folder, Resume = resume,
        };
        using SqliteJournal journal = SqliteJournal.Open(_data.Path);
        return SessionFile.Open(options, input.Load(), journal, TimeProvider.System);
    }
}
