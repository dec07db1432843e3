using System.Runtime.Versioning;
using MesoPen.Host.Calibration;
using MesoPen.Host.Input;
using MesoPen.Tests.Host;

namespace MesoPen.Tests;

[SupportedOSPlatform("linux")]
public sealed class SiteKeyFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string File => _folder.File(SiteKeyFile.Name);

    public void Dispose() => _folder.Dispose();

    // Aim: the key is made at first need, for its owner's eyes alone, and is the same ever after.
    [Fact]
    public void Key_is_made_once_for_its_owner_alone()
    {
        using SiteKey made = SiteKeyFile.Open(_folder.Path);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        using SiteKey again = SiteKeyFile.Open(_folder.Path);
        Assert.Equal(made.Fingerprint, again.Fingerprint);
        Assert.True(SiteKey.Verify(made.PublicKey, "said", again.Sign("said")));
        Assert.False(SiteKey.Verify(made.PublicKey, "said otherwise", again.Sign("said")));
    }

    // Aim: a key that others could have used signs nothing.
    [Fact]
    public void Key_that_others_may_read_is_refused()
    {
        SiteKeyFile.Open(_folder.Path).Dispose();
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Assert.Throws<InputException>(() => SiteKeyFile.Open(_folder.Path)).Message, StringComparison.Ordinal);
    }

    // Aim: a disk that is full when the key is first needed leaves nothing behind: when there is room again, the key is made.
    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    public void Disk_that_is_full_leaves_no_half_key(int written)
    {
        InputException full = Assert.Throws<InputException>(() => SiteKeyFile.Open(_folder.Path, (path, text) =>
        {
            System.IO.File.WriteAllText(path, text[..written]);
            throw new IOException("No space left on device");
        }));
        Assert.Contains("No space left on device", full.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
        using SiteKey made = SiteKeyFile.Open(_folder.Path);
        Assert.Equal([File], Directory.GetFiles(_folder.Path));
    }

    // Aim: of two processes that make it at once, one gives it its name, and both go on with that one.
    [Fact]
    public void Key_that_another_made_meanwhile_is_the_sites()
    {
        string other = "";
        using SiteKey key = SiteKeyFile.Open(_folder.Path, (path, text) =>
        {
            System.IO.File.WriteAllText(path, text);
            using SiteKey first = SiteKeyFile.Open(_folder.Path);
            other = first.Fingerprint;
        });
        Assert.Equal(other, key.Fingerprint);
        Assert.Equal([File], Directory.GetFiles(_folder.Path));
    }

    // Aim: a file that is no key is said to be none, and is left as it is.
    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")]
    public void File_that_is_no_key_is_refused_and_left(string text)
    {
        System.IO.File.WriteAllText(File, text);
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Throws<InputException>(() => SiteKeyFile.Open(_folder.Path));
        Assert.Equal(text, System.IO.File.ReadAllText(File));
    }
}
