using System.Diagnostics.CodeAnalysis;

namespace System.Device.Gpio;

/// <summary>What came of waiting for a change.</summary>
[SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "The package has none.")]
[SuppressMessage("Design", "CA1051:Do not declare visible instance fields", Justification = "The package has them.")]
public struct WaitForEventResult
{
    /// <summary>What happened; <see cref="PinEventTypes.None"/> if the time ran out.</summary>
    public PinEventTypes EventTypes;

    /// <summary>Whether the time ran out.</summary>
    public bool TimedOut;
}
