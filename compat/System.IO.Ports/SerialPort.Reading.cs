using System.Text;

namespace System.IO.Ports;

/// <content>Reading bytes and text.</content>
public partial class SerialPort
{
    // Bytes taken from the driver in search of text and not yet handed out.
    private readonly InputBuffer _input = new();

    // Only one thread at a time may look for text; reading bytes passes by unless some are buffered.
    private readonly Lock _textGate = new();

    /// <summary>Reads what bytes there are, waiting for the first.</summary>
    /// <param name="buffer">Takes the bytes.</param>
    /// <param name="offset">Where they go in it.</param>
    /// <param name="count">How many to read at most.</param>
    /// <returns>How many were read.</returns>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    /// <exception cref="TimeoutException">None came within <see cref="ReadTimeout"/>.</exception>
    /// <exception cref="IOException">The device has hung up.</exception>
    /// <exception cref="OperationCanceledException">The port was closed meanwhile.</exception>
    public int Read(byte[] buffer, int offset, int count)
    {
        PortStream stream = OpenStream;
        CheckRange(buffer, offset, count);
        return count == 0 ? 0 : Receive(stream, buffer.AsSpan(offset, count));
    }

    /// <summary>Reads what characters there are, waiting for the first.</summary>
    /// <param name="buffer">Takes the characters.</param>
    /// <param name="offset">Where they go in it.</param>
    /// <param name="count">How many to read at most.</param>
    /// <returns>How many were read.</returns>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    /// <exception cref="ArgumentException">There is room for one character and a surrogate pair came.</exception>
    /// <exception cref="TimeoutException">None came within <see cref="ReadTimeout"/>.</exception>
    /// <exception cref="IOException">The device has hung up.</exception>
    /// <exception cref="OperationCanceledException">The port was closed meanwhile.</exception>
    public int Read(char[] buffer, int offset, int count)
    {
        PortStream stream = OpenStream;
        CheckRange(buffer, offset, count);
        return count == 0 ? 0 : ReadCharacters(stream, buffer.AsSpan(offset, count));
    }

    /// <summary>Reads one byte.</summary>
    /// <returns>The byte.</returns>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    /// <exception cref="TimeoutException">None came within <see cref="ReadTimeout"/>.</exception>
    /// <exception cref="IOException">The device has hung up.</exception>
    /// <exception cref="OperationCanceledException">The port was closed meanwhile.</exception>
    public int ReadByte()
    {
        PortStream stream = OpenStream;
        byte value = 0;
        _ = Receive(stream, new Span<byte>(ref value));
        return value;
    }

    /// <summary>Reads one character.</summary>
    /// <returns>The character.</returns>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    /// <exception cref="ArgumentException">A surrogate pair came, which is two.</exception>
    /// <exception cref="TimeoutException">None came within <see cref="ReadTimeout"/>.</exception>
    /// <exception cref="IOException">The device has hung up.</exception>
    /// <exception cref="OperationCanceledException">The port was closed meanwhile.</exception>
    public int ReadChar()
    {
        PortStream stream = OpenStream;
        char value = '\0';
        _ = ReadCharacters(stream, new Span<char>(ref value));
        return value;
    }

    /// <summary>Reads the text that is there, without waiting. Bytes of a character not yet complete stay buffered.</summary>
    /// <returns>The text, perhaps empty.</returns>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    /// <exception cref="IOException">The device has hung up.</exception>
    public string ReadExisting()
    {
        PortStream stream = OpenStream;
        lock (_textGate)
        {
            TakeAvailable(stream);
            StringBuilder text = new();
            Span<char> unit = stackalloc char[InputBuffer.MaxCharsPerUnit];
            int position = 0;
            while (_input.TryDecode(ref position, unit, out int chars))
            {
                text.Append(unit[..chars]);
            }

            _input.Consume(position);
            return text.ToString();
        }
    }

    /// <summary>Reads to the next <see cref="NewLine"/>, and removes that too.</summary>
    /// <returns>The text before it.</returns>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    /// <exception cref="TimeoutException">None came within <see cref="ReadTimeout"/>; what came stays buffered.</exception>
    /// <exception cref="IOException">The device has hung up.</exception>
    /// <exception cref="OperationCanceledException">The port was closed meanwhile.</exception>
    public string ReadLine() => ReadTo(_newLine);

    /// <summary>Reads to the next <paramref name="value"/>, and removes that too.</summary>
    /// <param name="value">Where to stop.</param>
    /// <returns>The text before it.</returns>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    /// <exception cref="InvalidOperationException">The port is closed.</exception>
    /// <exception cref="TimeoutException">It did not come within <see cref="ReadTimeout"/>; what came stays buffered.</exception>
    /// <exception cref="IOException">The device has hung up.</exception>
    /// <exception cref="OperationCanceledException">The port was closed meanwhile.</exception>
    public string ReadTo(string value)
    {
        PortStream stream = OpenStream;
        ArgumentException.ThrowIfNullOrEmpty(value);
        Deadline deadline = Deadline.After(_readTimeout);
        lock (_textGate)
        {
            StringBuilder text = new();
            Span<char> unit = stackalloc char[InputBuffer.MaxCharsPerUnit];
            int position = 0;
            while (true)
            {
                while (_input.TryDecode(ref position, unit, out int chars))
                {
                    text.Append(unit[..chars]);
                    if (EndsWith(text, value))
                    {
                        _input.Consume(position);
                        return text.ToString(0, text.Length - value.Length);
                    }
                }

                _input.Fill(stream.Device, deadline);
            }
        }
    }

    private static bool EndsWith(StringBuilder text, string value)
    {
        int start = text.Length - value.Length;
        if (start < 0)
        {
            return false;
        }

        for (int i = value.Length - 1; i >= 0; i--)
        {
            if (text[start + i] != value[i])
            {
                return false;
            }
        }

        return true;
    }

    private int Receive(PortStream stream, Span<byte> destination)
    {
        if (_input.Count > 0)
        {
            lock (_textGate)
            {
                int buffered = _input.Take(destination);
                if (buffered > 0)
                {
                    return buffered;
                }
            }
        }

        return stream.Read(destination);
    }

    private int ReadCharacters(PortStream stream, Span<char> destination)
    {
        Deadline deadline = Deadline.After(_readTimeout);
        lock (_textGate)
        {
            TakeAvailable(stream);
            Span<char> unit = stackalloc char[InputBuffer.MaxCharsPerUnit];
            int written = 0;
            int position = 0;
            while (written == 0)
            {
                int next = position;
                while (_input.TryDecode(ref next, unit, out int chars) && chars <= destination.Length - written)
                {
                    unit[..chars].CopyTo(destination[written..]);
                    written += chars;
                    position = next;
                    if (written == destination.Length)
                    {
                        break;
                    }
                }

                if (written == 0 && next > position)
                {
                    throw new ArgumentException("There is room for one character and a surrogate pair was received.");
                }

                if (written == 0)
                {
                    _input.Fill(stream.Device, deadline);
                }
            }

            _input.Consume(position);
            return written;
        }
    }

    /// <summary>Moves what the driver holds at this moment into the buffer, without waiting for more.</summary>
    private void TakeAvailable(PortStream stream)
    {
        int available = stream.Device.CountInput();
        while (available > 0)
        {
            int taken = _input.TryFill(stream.Device);
            available = taken == 0 ? 0 : available - taken;
        }
    }
}
