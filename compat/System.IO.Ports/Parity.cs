namespace System.IO.Ports;

/// <summary>The parity bit sent after the data bits, and expected there.</summary>
public enum Parity
{
    /// <summary>No parity bit.</summary>
    None = 0,

    /// <summary>The bit makes the count of ones odd.</summary>
    Odd = 1,

    /// <summary>The bit makes the count of ones even.</summary>
    Even = 2,

    /// <summary>The bit is always one.</summary>
    Mark = 3,

    /// <summary>The bit is always zero.</summary>
    Space = 4,
}
