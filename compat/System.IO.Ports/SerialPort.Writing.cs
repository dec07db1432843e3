using System.Buffers;

namespace System.IO.Ports;

/// <content>Writing bytes and text.</content>
public partial class SerialPort
{
    private const int MaxStackBytes = 512;

    /// <summary>Writes bytes.</summary>
    /// <param name="buffer">Holds the bytes.</param>
    /// <param name="offset">Where they start in it.</param>
    /// <param name="count">How many to write.</param>
    /// <exception cref="InvalidOperationException">The port is closed, or in break.</exception>
    /// <exception cref="TimeoutException">The device did not take them within <see cref="WriteTimeout"/>.</exception>
    /// <exception cref="IOException">The device has hung up.</exception>
    public void Write(byte[] buffer, int offset, int count)
    {
        PortStream stream = OpenStream;
        CheckRange(buffer, offset, count);
        Send(stream, buffer.AsSpan(offset, count));
    }

    /// <summary>Writes characters, by <see cref="Encoding"/>.</summary>
    /// <param name="buffer">Holds the characters.</param>
    /// <param name="offset">Where they start in it.</param>
    /// <param name="count">How many to write.</param>
    /// <exception cref="InvalidOperationException">The port is closed, or in break.</exception>
    /// <exception cref="TimeoutException">The device did not take them within <see cref="WriteTimeout"/>.</exception>
    /// <exception cref="IOException">The device has hung up.</exception>
    public void Write(char[] buffer, int offset, int count)
    {
        PortStream stream = OpenStream;
        CheckRange(buffer, offset, count);
        Send(stream, buffer.AsSpan(offset, count));
    }

    /// <summary>Writes text, by <see cref="Encoding"/>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="InvalidOperationException">The port is closed, or in break.</exception>
    /// <exception cref="TimeoutException">The device did not take it within <see cref="WriteTimeout"/>.</exception>
    /// <exception cref="IOException">The device has hung up.</exception>
    public void Write(string text)
    {
        PortStream stream = OpenStream;
        ArgumentNullException.ThrowIfNull(text);
        Send(stream, text);
    }

    /// <summary>Writes text and <see cref="NewLine"/>, by <see cref="Encoding"/>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="InvalidOperationException">The port is closed, or in break.</exception>
    /// <exception cref="TimeoutException">The device did not take it within <see cref="WriteTimeout"/>.</exception>
    /// <exception cref="IOException">The device has hung up.</exception>
    public void WriteLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Write(text + _newLine);
    }

    private void Send(PortStream stream, ReadOnlySpan<char> text)
    {
        int length = _encoding.GetByteCount(text);
        byte[]? rented = length > MaxStackBytes ? ArrayPool<byte>.Shared.Rent(length) : null;
        Span<byte> bytes = rented ?? stackalloc byte[MaxStackBytes];
        int written = _encoding.GetBytes(text, bytes);
        Send(stream, bytes[..written]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void Send(PortStream stream, ReadOnlySpan<byte> bytes)
    {
        if (_breakState)
        {
            throw new InvalidOperationException("Nothing can be written while the line is in break.");
        }

        stream.Write(bytes);
    }

    private static void CheckRange<T>(T[] buffer, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count > buffer.Length - offset)
        {
            throw new ArgumentException("The offset and the count reach beyond the end of the buffer.");
        }
    }
}
