namespace MesoPen.Host.Calibration;

/// <summary>The language of an instrument. Written in addresses as <see cref="InstrumentProtocols.Word"/> says.</summary>
public enum InstrumentProtocol
{
    /// <summary>Balances of Mettler Toledo (MT-SICS), and those that speak alike (KERN).</summary>
    MtSics,

    /// <summary>Balances of Sartorius (SBI), lines of 16 or 22 characters.</summary>
    Sbi,

    /// <summary>Balances of Radwag.</summary>
    Radwag,

    /// <summary>Gauges of Mitutoyo behind a serial adapter that answers a letter.</summary>
    Mitutoyo,

    /// <summary>Gauges of Mahr and Sylvac that answer a question mark.</summary>
    Mahr,

    /// <summary>Gauges of Starrett that answer R.</summary>
    Starrett,

    /// <summary>Any instrument whose lines follow a stated pattern.</summary>
    Pattern,

    /// <summary>A person who reads the instrument and enters its values.</summary>
    Typed,
}
