using System.Security.Cryptography;
using System.Text;
using MesoPen.Host.Input;

namespace MesoPen.Tests.Host.Input;

public sealed class InputFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_with_a_byte_order_mark_gives_the_text_without_it_and_the_hash_with_it()
    {
        // Aim: editors that write a mark do no harm, and the hash is that of the bytes on the disk, which others compute too.
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "a: é"u8];
        File.WriteAllBytes(_folder.File("x.yaml"), bytes);
        InputFile file = InputFile.Read(_folder.File("x.yaml"));
        Assert.Equal("a: é", file.Text);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), file.Sha256);
    }

    [Theory]
    [InlineData("missing.yaml", "There is no such file: check its name.")]
    [InlineData("no/such/folder.yaml", "There is no such file: check its name.")]
    [InlineData("", "This is a folder: name a file.")]
    [InlineData("nul\0.yaml", "It cannot be read: ")]
    public void Read_of_what_is_no_file_says_so(string name, string sentence)
    {
        // Aim: each way in which a name is wrong ends in one sentence of ours.
        InputException refused = Assert.Throws<InputException>(() => InputFile.Read(_folder.Path + "/" + name));
        Assert.StartsWith(sentence, refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(0, refused.Line);
    }

    [Fact]
    public void Read_of_a_file_that_fails_while_being_read_says_so()
    {
        // Aim: unreadable in the middle, for the superuser too: the kernel answers an input/output error for this file.
        InputException refused = Assert.Throws<InputException>(() => InputFile.Read("/proc/self/mem"));
        Assert.StartsWith("It cannot be read: ", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_of_bytes_that_are_not_utf8_names_the_line()
    {
        // Aim: a file in another encoding is not read as something else.
        File.WriteAllBytes(_folder.File("x.yaml"), [.. "a: 1\nb: 2\nc: "u8, 0xE9, .. " d\n"u8]);
        InputException refused = Assert.Throws<InputException>(() => InputFile.Read(_folder.File("x.yaml")));
        Assert.Equal(3, refused.Line);
        Assert.Equal("This is not UTF-8 text: save it as UTF-8.", refused.Sentence);
    }

    [Fact]
    [Trait("Requirement", "SR-161")]
    public void Read_of_a_large_file_is_refused_and_the_largest_is_not()
    {
        // Aim: a wrong file of gigabytes costs no memory; the bound itself is allowed.
        string path = _folder.File("x.yaml");
        File.WriteAllText(path, new string('#', InputFile.MaxBytes), Encoding.ASCII);
        Assert.Equal(InputFile.MaxBytes, InputFile.Read(path).Text.Length);
        File.AppendAllText(path, "#");
        Assert.Contains("larger than 256 KiB", Assert.Throws<InputException>(() => InputFile.Read(path)).Sentence, StringComparison.Ordinal);
        Assert.Contains("larger than 256 KiB", Assert.Throws<InputException>(() => InputFile.Read("/dev/zero")).Sentence, StringComparison.Ordinal);
    }
}
