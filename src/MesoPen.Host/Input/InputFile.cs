using System.Security.Cryptography;
using System.Text;

namespace MesoPen.Host.Input;

/// <summary>A file as it was read: its text, and the hash that goes on every record made under it.</summary>
/// <param name="Path">Path as it was given.</param>
/// <param name="Text">Its text, without a byte order mark.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 lower-case hexadecimal digits.</param>
public sealed record InputFile(string Path, string Text, string Sha256)
{
    /// <summary>No plan, profile or catalogue comes near this; a larger file is another one.</summary>
    public const int MaxBytes = 256 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="InputException">Missing, unreadable, too large, or not UTF-8.</exception>
    public static InputFile Read(string path)
    {
        byte[] bytes = Bytes(path);
        ReadOnlySpan<byte> content = bytes;
        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            return new InputFile(path, Utf8.GetString(content), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (DecoderFallbackException wrong)
        {
            throw new InputException(path, LineOf(content, wrong.Index), "This is not UTF-8 text: save it as UTF-8.", wrong);
        }
    }

    private static byte[] Bytes(string path)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new InputException(path, 0, "This is a folder: name a file.");
            }

            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] buffer = new byte[MaxBytes + 1];
            int length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length <= MaxBytes
                ? buffer[..length]
                : throw new InputException(path, 0, $"The file is larger than {MaxBytes / 1024} KiB, which no such file is: name another.");
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException(path, 0, "There is no such file: check its name.", missing);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new InputException(path, 0, "This user may not read it: check its permissions.", denied);
        }
        catch (Exception failure) when (failure is IOException or ArgumentException or NotSupportedException)
        {
            throw new InputException(path, 0, $"It cannot be read: {failure.Message}", failure);
        }
    }

    private static int LineOf(ReadOnlySpan<byte> content, int index) =>
        1 + content[..Math.Clamp(index, 0, content.Length)].Count((byte)'\n');
}
