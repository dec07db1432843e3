using MesoPen.Firmware;
using MesoPen.Simulator;
using MesoPen.Tests.Protocol;

namespace MesoPen.Tests.Simulator;

public sealed class ProfileReaderTests
{
    private static readonly string GunText = RepositoryFile.ReadAllText("hardware/profiles/gun-5.yaml");

    [Fact]
    public void Open_every_profile_shipped_gives_a_configuration()
    {
        // Aim: the shipped files are whole, are inside the exe under their id, and keep the limits of the protocol.
        Assert.Equal(["gun-5", "gun-9", "pen-1"], ProfileReader.BuiltInIds);
        foreach (string id in ProfileReader.BuiltInIds)
        {
            DeviceProfile profile = ProfileReader.Open(id);
            DeviceConfiguration configuration = profile.Configure("S1", 1);
            Assert.Equal(id, configuration.Model);
            Assert.InRange(configuration.LeaseMaxMs, 1, 250);
            Assert.Equal(7, configuration.TriggerModes);
            Assert.InRange(profile.Plant.Plunger.StopUs, 1, 20_000);
        }
    }

    [Theory]
    [InlineData("  depth_max_um: 6000", "  depth_max_um: 6000\n  depht_max_um: 1", "unknown key caps.depht_max_um")]
    [InlineData("  depth_max_um: 6000\n", "", "the key caps.depth_max_um is missing")]
    [InlineData("  depth_max_um: 6000", "  depth_max_um: deep", "caps.depth_max_um must be a whole number, not 'deep'")]
    [InlineData("  depth_max_um: 6000", "  depth_max_um: 100", "depth_max_um is 100, below its minimum of 250")]
    [InlineData("lease_max_ms: 250", "lease_max_ms: 300", "caps.lease_max_ms must be from 1 to 250, not 300")]
    [InlineData("[single, repeat, continuous]", "[single, burst]", "unknown trigger mode 'burst'; allowed: single, repeat, continuous")]
    [InlineData("kind: gun", "kind: toy", "kind must be pen or gun")]
    [InlineData("profile: 1", "profile: 2", "profile must be from 1 to 1, not 2")]
    [InlineData("tags: []", "tags: [70000]", "a zone tag is from 0 to 65535, not '70000'")]
    [InlineData("  needle:\n", "  needle: 3\n  x:\n", "plant.needle must be a mapping")]
    [InlineData("profile: 1", "profile: [", "not YAML")]
    public void Parse_what_is_wrong_is_refused_with_file_and_line(string from, string to, string sentence)
    {
        // Aim: a malformed profile is refused in one sentence that says where.
        Assert.Contains(from, GunText, StringComparison.Ordinal);
        int at = GunText.IndexOf(from, StringComparison.Ordinal);
        string text = GunText[..at] + to + GunText[(at + from.Length)..];

        ProfileException refused = Assert.Throws<ProfileException>(() => ProfileReader.Parse(text, "my.yaml"));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.Matches(@"^my\.yaml:\d+: ", refused.Message);
    }

    [Fact]
    public void Parse_truncated_anywhere_is_refused_or_whole()
    {
        // Aim: no cut of the file passes for a profile with something missing, and none is anything but a sentence.
        for (int length = 0; length < GunText.Length - 1; length += 97)
        {
            ProfileException refused = Assert.Throws<ProfileException>(() => ProfileReader.Parse(GunText[..length], "cut.yaml"));
            Assert.StartsWith("cut.yaml:", refused.Message, StringComparison.Ordinal);
        }
    }
}
