using System.Text;

namespace MesoPen.Hil;

/// <summary>Reads a truth file as it grows, whole lines alone.</summary>
internal sealed class TruthTail(string path) : IDisposable
{
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly StringBuilder _part = new();
    private readonly Queue<string> _lines = new();
    private FileStream? _file;

    /// <summary>Takes the next line, if there is one by now.</summary>
    public bool TryTake(out string line)
    {
        if (_lines.Count == 0)
        {
            Read();
        }

        return _lines.TryDequeue(out line!);
    }

    public void Dispose() => _file?.Dispose();

    private void Read()
    {
        if (_file is null && !File.Exists(path))
        {
            return;
        }

        _file ??= new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        for (int count = _file.Read(_buffer); count > 0; count = _file.Read(_buffer))
        {
            // The file is ASCII throughout.
            foreach (char c in Encoding.ASCII.GetString(_buffer, 0, count))
            {
                if (c == '\n')
                {
                    _lines.Enqueue(_part.ToString());
                    _part.Clear();
                }
                else
                {
                    _part.Append(c);
                }
            }
        }
    }
}
