using MesoPen.Host.Input;

namespace MesoPen.Host.Cli;

/// <summary>Files that verbs write: never over one that exists.</summary>
internal static class NewFile
{
    /// <summary>Writes one.</summary>
    /// <exception cref="InputException">It exists, or cannot be written.</exception>
    public static void Write(string file, string text)
    {
        try
        {
            using FileStream stream = new(file, FileMode.CreateNew);
            using StreamWriter writer = new(stream);
            writer.Write(text);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException(file, 0, $"The file cannot be written ({failure.Message}): name one that does not exist in a folder that may be written to.", failure);
        }
    }
}
