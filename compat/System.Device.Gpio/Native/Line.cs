namespace System.Device.Gpio.Native;

/// <summary>
/// One requested line. It is the process's until the descriptor closes, which the kernel does too when the process ends however
/// that may be.
/// </summary>
internal sealed class Line
{
    /// <summary>Edges that the kernel keeps while nobody reads: a bouncing switch makes tens of them.</summary>
    private const uint EdgesKept = 256;

    private readonly int _offset;
    private readonly int _descriptor;
    private ulong _direction;
    private ulong _edges;
    private bool _next;

    private Line(int offset, int descriptor)
    {
        _offset = offset;
        _descriptor = descriptor;
    }

    /// <summary>The descriptor that edges are read from.</summary>
    public int Descriptor => _descriptor;

    /// <summary>The mode that was set; an input until then.</summary>
    public PinMode Mode { get; private set; }

    /// <summary>Handlers of changes. The array is replaced, never changed.</summary>
    public (PinEventTypes Types, PinChangeEventHandler Handler)[] Handlers { get; private set; } = [];

    /// <summary>Requests a line as it is.</summary>
    public static unsafe Line Request(int chip, int offset, string consumer)
    {
        LineRequest request = default;
        request.Offsets[0] = (uint)offset;
        request.LineCount = 1;
        request.EventBufferSize = EdgesKept;
        for (int i = 0; i < consumer.Length && i < Uapi.NameSize - 1; i++)
        {
            request.Consumer[i] = consumer[i] is > ' ' and <= '~' ? (byte)consumer[i] : (byte)'-';
        }

        return Libc.Control(chip, Uapi.GetLine, &request) == 0
            ? new Line(offset, request.Descriptor)
            : throw LineFailure.Last($"Pin {offset} cannot be opened");
    }

    public void SetMode(PinMode mode, bool? initial)
    {
        _direction = mode switch
        {
            PinMode.Output => Uapi.FlagOutput,
            PinMode.Input => Uapi.FlagInput,
            PinMode.InputPullUp => Uapi.FlagInput | Uapi.FlagPullUp,
            PinMode.InputPullDown => Uapi.FlagInput | Uapi.FlagPullDown,
            _ => throw new ArgumentOutOfRangeException(nameof(mode)),
        };
        // An output that becomes one keeps its level unless told otherwise.
        _next = initial ?? (Mode == PinMode.Output || mode != PinMode.Output ? _next : Read() || _next);
        Configure();
        Mode = mode;
    }

    public unsafe bool Read()
    {
        LineValues values = new() { Mask = 1 };
        return Libc.Control(_descriptor, Uapi.GetValues, &values) == 0
            ? (values.Bits & 1) != 0
            : throw LineFailure.Last($"Pin {_offset} cannot be read");
    }

    public unsafe void Write(bool value)
    {
        _next = value;
        if (Mode != PinMode.Output)
        {
            // The level that it will have once it is an output.
            return;
        }

        LineValues values = new() { Mask = 1, Bits = value ? 1UL : 0 };
        if (Libc.Control(_descriptor, Uapi.SetValues, &values) != 0)
        {
            throw LineFailure.Last($"Pin {_offset} cannot be set");
        }
    }

    public void Add(PinEventTypes types, PinChangeEventHandler handler)
    {
        Handlers = [.. Handlers, (types, handler)];
        WatchEdges();
    }

    public void Remove(PinChangeEventHandler handler)
    {
        int at = Array.FindIndex(Handlers, each => each.Handler == handler);
        if (at < 0)
        {
            throw new InvalidOperationException($"Pin {_offset} has no such handler.");
        }

        Handlers = [.. Handlers[..at], .. Handlers[(at + 1)..]];
        WatchEdges();
    }

    /// <summary>Reads one edge. Blocks if there is none.</summary>
    public unsafe PinEventTypes TakeEdge()
    {
        LineEvent edge;
        nint read = Libc.Read(_descriptor, &edge, (nuint)sizeof(LineEvent));
        return read < sizeof(LineEvent) ? PinEventTypes.None : edge.Id == Uapi.EventRising ? PinEventTypes.Rising : PinEventTypes.Falling;
    }

    public void Close() => _ = Libc.Close(_descriptor);

    private void WatchEdges()
    {
        ulong edges = 0;
        foreach ((PinEventTypes types, _) in Handlers)
        {
            edges |= types.HasFlag(PinEventTypes.Rising) ? Uapi.FlagRising : 0;
            edges |= types.HasFlag(PinEventTypes.Falling) ? Uapi.FlagFalling : 0;
        }

        if (edges != _edges)
        {
            _edges = edges;
            _direction = _direction == 0 ? Uapi.FlagInput : _direction;
            Configure();
        }
    }

    private unsafe void Configure()
    {
        LineConfig config = new() { Flags = _direction | _edges };
        if ((_direction & Uapi.FlagOutput) != 0)
        {
            config.AttributeCount = 1;
            config.Attributes[0] = new LineAttribute { Id = Uapi.AttributeOutputValues, Value = _next ? 1UL : 0, Mask = 1 };
        }

        if (Libc.Control(_descriptor, Uapi.SetConfig, &config) != 0)
        {
            throw LineFailure.Last($"Pin {_offset} cannot be set up");
        }
    }
}
