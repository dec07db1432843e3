using System.Globalization;

namespace MesoPen.Host.Input;

/// <summary>
/// A file that a person or another program handed in is not what it must be. Nothing was changed; the process ends with exit code 2.
/// </summary>
public sealed class InputException : Exception
{
    /// <inheritdoc cref="InputException" />
    public InputException(string file, int line, string sentence, Exception? inner = null)
        : base(line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {sentence}") : $"{file}: {sentence}", inner)
    {
        File = file;
        Line = line;
        Sentence = sentence;
    }

    /// <summary>The file, as its path was given.</summary>
    public string File { get; }

    /// <summary>Line, counted from 1; 0 if the sentence concerns the file as a whole.</summary>
    public int Line { get; }

    /// <summary>What is wrong, what would be allowed, what to do.</summary>
    public string Sentence { get; }
}
