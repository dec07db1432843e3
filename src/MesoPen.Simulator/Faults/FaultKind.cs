namespace MesoPen.Simulator;

/// <summary>One kind of fault that can be asked for.</summary>
/// <param name="Name">As in <c>--fault NAME</c>.</param>
/// <param name="Group">Where it acts.</param>
/// <param name="Summary">What it does.</param>
public sealed record FaultKind(string Name, FaultGroup Group, string Summary)
{
    /// <summary>Unit of its value, empty if it takes none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Its value when none is given.</summary>
    public int Value { get; init; }

    /// <summary>Least value.</summary>
    public int Min { get; init; }

    /// <summary>Greatest value; the same as <see cref="Min"/> if it takes none.</summary>
    public int Max { get; init; }

    /// <summary>How long it lasts when not said, ms; null is for ever, 0 is an instant.</summary>
    public int? ForMs { get; init; }

    /// <summary>What it does to the one frame of <c>@message=</c>; null if it does not spoil single frames.</summary>
    public FrameFault? Frame { get; init; }

    /// <summary>How much later it lets a frame come when not said, ms.</summary>
    public int LateMs { get; init; }

    /// <summary>Whether a byte of the frame can be named, and for a flip a bit.</summary>
    public bool TakesByte => Frame is FrameFault.Flip or FrameFault.Truncate;

    /// <summary>Whether it can only be there from the start.</summary>
    public bool FromStart { get; init; }

    /// <summary>Whether it takes a value.</summary>
    public bool TakesValue => Min != Max;

    /// <summary>Whether the simulator can do it by itself; the others are carried out by the test runner, around the host.</summary>
    public bool InSimulator => Group != FaultGroup.Host;

    /// <summary>Name, with the value that it has when none is given.</summary>
    public string Usage => TakesValue ? $"{Name}[={Value}{Unit}]" : Name;
}
